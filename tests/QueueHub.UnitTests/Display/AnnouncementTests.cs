using DisplayClient.Announcing;
using QueueHub.Contracts.Boards;
using static QueueHub.UnitTests.Display.SampleBoards;

namespace QueueHub.UnitTests.Display;

public class AnnouncementTests
{
    [Fact]
    public void A_call_is_made_in_Korean() => Assert.Equal(
        ["chime", "ko/10", "ko/7", "ko/number", "ko/3", "ko/counter"],
        Announcement.Korean(Call(1, number: 17, counter: "3")));

    [Theory]
    [InlineData("en", "en/number en/17 en/counter en/3")]
    [InlineData("zh", "zh/10 zh/7 zh/number zh/3 zh/counter")]
    [InlineData("vi", "vi/number vi/10 vi/7 vi/counter vi/3")]
    [InlineData("ja", "ja/10 ja/7 ja/number ja/3 ja/counter")]
    public void And_in_the_order_of_each_language(string language, string clips) =>
        Assert.Equal(clips, string.Join(' ', Announcement.In(language, Call(1, number: 17, counter: "3"))));

    [Theory]
    [InlineData("ko", "")]
    [InlineData("vi", "vi")]
    [InlineData("fr", "en")]
    public void By_itself_an_office_speaks_the_language_of_the_ticket_too(string ticket, string further) =>
        Assert.Equal(further, string.Join(' ', Announcement.Further(Call(1, language: ticket), BoardSound.Usual)));

    [Fact]
    public void The_citizens_own_language_comes_before_those_of_the_office_and_each_is_spoken_once() => Assert.Equal(
        ["ja", "en"], Announcement.Further(Call(1, language: "ja"), BoardSound.Usual with { Languages = ["ko", "en", "ja", "xx"] }));

    [Fact]
    public void An_office_may_keep_to_what_it_has_chosen() => Assert.Equal(
        ["en"], Announcement.Further(Call(1, language: "ja"), new BoardSound(["en"], false, [])));

    [Theory]
    [InlineData("12", "ko/10 ko/2 ko/counter")]
    [InlineData("A", "letters/a ko/counter")]
    [InlineData("b12", "letters/b ko/10 ko/2 ko/counter")]
    [InlineData("3-1", "ko/3 ko/dash ko/1 ko/counter")]
    [InlineData("0", "ko/counter-shown")]
    [InlineData("-3", "ko/counter-shown")]
    [InlineData("3--1", "ko/counter-shown")]
    [InlineData("RECEPT", "ko/counter-shown")]
    [InlineData("99999999", "ko/counter-shown")]
    [InlineData("창구", "ko/counter-shown")]
    public void A_counter_is_spelled_and_one_that_would_not_be_understood_is_shown_on_the_screen(string counter, string clips) =>
        Assert.Equal($"chime ko/5 ko/number {clips}", string.Join(' ', Announcement.Korean(Call(1, number: 5, counter: counter))));

    [Fact]
    public void While_many_wait_the_number_and_the_counter_are_left() => Assert.Equal(
        ["ko/10", "ko/7", "ko/number-brief", "ko/3", "ko/counter-brief"], Announcement.Brief(Call(1, number: 17, counter: "3"), chime: false));

    [Fact]
    public void A_number_beyond_the_readings_has_its_chime()
    {
        var call = Call(1, number: 12345, language: "en");

        Assert.Equal(["chime"], Announcement.Korean(call));
        Assert.Equal(["chime"], Announcement.Brief(call, chime: false));
        Assert.Empty(Announcement.Further(call, BoardSound.Usual));
    }

    [Theory]
    [InlineData(9, 59, 40)]
    [InlineData(10, 0, 100)]
    [InlineData(19, 59, 100)]
    [InlineData(20, 0, 0)]
    [InlineData(2, 0, 0)]
    [InlineData(8, 0, 40)]
    public void It_is_as_loud_as_the_office_wants_it_at_that_hour(int hour, int minute, int percent) => Assert.Equal(
        percent,
        new BoardSound([], true, [new(new(20, 0), new(6, 0), 0), new(new(6, 0), new(10, 0), 40)]).VolumeAt(new TimeOnly(hour, minute)));
}
