using System.Reflection;
using CounterClient;
using QueueHub.Contracts;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

public class TextsTests
{
    public static TheoryData<string> Languages => [.. Texts.All.Select(texts => texts.Language)];

    private static IEnumerable<PropertyInfo> Plain => typeof(Texts).GetProperties().Where(property => property.PropertyType == typeof(string));

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_is_empty(string language)
    {
        var texts = Texts.Of(language);

        Assert.All(Plain.Where(property => property.Name != nameof(Texts.People)), property => Assert.False(string.IsNullOrWhiteSpace((string?)property.GetValue(texts)), property.Name));
        Assert.All(Enum.GetValues<DeskAction>(), action => Assert.NotEmpty(texts.Action(action)));
        Assert.All(Enum.GetValues<DeskAction>(), action => Assert.NotEmpty(texts.Pending(action)));
        Assert.All(Enum.GetValues<DeskStage>(), stage => Assert.NotEmpty(texts.Stage(stage)));
        Assert.All(Enum.GetValues<Blocked>().Where(blocked => blocked != Blocked.No), blocked => Assert.NotEmpty(texts.BlockedReason(blocked)));
    }

    [Fact]
    public void Korean_is_written_in_Korean_and_English_is_not()
    {
        string[] same = [nameof(Texts.Language), nameof(Texts.LanguageName), nameof(Texts.People)];
        Assert.All(Plain.Where(property => !same.Contains(property.Name)), property =>
        {
            Assert.True(HasHangul((string)property.GetValue(Texts.Korean)!), property.Name);
            Assert.False(HasHangul((string)property.GetValue(Texts.English)!), property.Name);
        });
        Assert.All(Enum.GetValues<DeskAction>(), action => Assert.False(HasHangul(Texts.English.Action(action) + Texts.English.Pending(action))));
        Assert.All(Enum.GetValues<Blocked>(), blocked => Assert.False(HasHangul(Texts.English.BlockedReason(blocked))));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Quick_picks_fit_what_the_server_takes(string language)
    {
        var texts = Texts.Of(language);

        Assert.All([.. texts.CallReasons, .. texts.ParkNotes, .. texts.PauseReasons, .. texts.Console.ParkPlaces], pick => Assert.InRange(pick.Length, 1, 100));
    }

    [Fact]
    public void The_words_of_the_consoles_day_are_Korean_in_Korean_and_not_in_English()
    {
        AllIn(ConsoleTexts.Korean, ConsoleTexts.English);
        AllIn(ProtectionTexts.Korean, ProtectionTexts.English);

        DeskAction[] undoable = [DeskAction.CallNext, DeskAction.Call, DeskAction.NoShow, DeskAction.Park, DeskAction.Complete, DeskAction.Transfer, DeskAction.EndVisit];
        Assert.All(undoable, action => Assert.NotEmpty(ConsoleTexts.Korean.Done(action, 1)));
        Assert.All(undoable, action => Assert.NotEmpty(ConsoleTexts.English.Done(action, 1)));
    }

    [Theory]
    [InlineData("여권", "완료하고 여권으로")]
    [InlineData("지방세", "완료하고 지방세로")]
    [InlineData("주소이전·서울", "완료하고 주소이전·서울로")]
    public void The_next_service_has_its_particle(string service, string expected) =>
        Assert.Equal(expected, ConsoleTexts.Korean.CompleteAndGoOn(service));

    [Fact]
    public void An_unknown_language_is_Korean()
    {
        Assert.Equal(Texts.Korean, Texts.Of("fr"));
        Assert.Equal(Texts.Korean, Texts.Of(null));
    }

    [Theory]
    [InlineData(20, "1분 미만", "under 1 min")]
    [InlineData(840, "14분", "14 min")]
    [InlineData(3600, "1시간", "1 h")]
    [InlineData(3900, "1시간 5분", "1 h 5 min")]
    public void A_wait_is_told_in_minutes(int seconds, string korean, string english)
    {
        Assert.Equal(korean, Texts.Korean.Wait(TimeSpan.FromSeconds(seconds)));
        Assert.Equal(english, Texts.English.Wait(TimeSpan.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData(LinkPhase.Up, "(2) 대기 · 1번 창구")]
    [InlineData(LinkPhase.Lost, "! 연결 끊김 · 1번 창구")]
    public void The_tab_says_who_waits_or_that_the_connection_is_lost(LinkPhase link, string expected) =>
        Assert.Equal(expected, TabTitle.Of(Desk(Board(waiting: [Ticket(1), Ticket(2), Ticket(3, service: "tax")])), link, Texts.Korean).Title);

    [Theory]
    [InlineData(ProblemCodes.SignInFailed)]
    [InlineData(ProblemCodes.SignInLocked)]
    [InlineData(ProblemCodes.RateLimited)]
    [InlineData(ProblemCodes.Unavailable)]
    [InlineData("something_new")]
    [InlineData(null)]
    public void Every_problem_of_signing_in_has_a_sentence(string? code) =>
        Assert.EndsWith(".", CounterClient.Components.SignIn.Sentence(new Problem(code), Texts.English), StringComparison.Ordinal);

    private static void AllIn<T>(T korean, T english)
    {
        foreach (var property in typeof(T).GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            Assert.True(HasHangul((string)property.GetValue(korean)!), property.Name);
            Assert.False(HasHangul((string)property.GetValue(english)!), property.Name);
        }
    }

    private static bool HasHangul(string text) => text.Any(letter => letter is >= '\uac00' and <= '\ud7a3');
}
