using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Intake;

namespace QueueHub.UnitTests.Intake;

/// <summary>The words of the live ticket are there in all five languages.</summary>
public class LiveTextsTests
{
    public static TheoryData<string> Languages => ["ko", "en", "zh", "vi", "ja"];

    private static IEnumerable<LocalText> All =>
    [
        Texts.ExpectLabel, Texts.ExpectRange("5", "9"), Texts.ExpectWithin("9"), Texts.Expect(new WaitBand(0, 2)), Texts.Expect(new WaitBand(5, 9)), Texts.AheadBrief("4"),
        Texts.NearTitle, Texts.NearHelp, Texts.UnservedTitle, Texts.UnservedHelp, Texts.MapLabel, Texts.SoundOn, Texts.SoundOff, Texts.WakeOn, Texts.WakeOff,
        Texts.NearbyLink, Texts.NearbyTitle(new LocalText("여권", "Passports", "护照", "Hộ chiếu", "旅券")), Texts.NearbyHelp, Texts.NearbyOwn, Texts.NearbyBack,
        .. PassedReason.All.Select(Texts.Passed),
    ];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sentence_has_its_own_words_in_every_language(string language) => Assert.All(All, text =>
    {
        Assert.NotEqual("", text.In(language));
        Assert.True(language == "en" || text.In(language) != text.En, text.En);
        Assert.Equal(language == "ko", text.In(language).Any(letter => letter is >= '가' and <= '힣'));
    });

    [Fact]
    public void Why_somebody_went_first_is_said_differently_for_each_reason() =>
        Assert.Equal(PassedReason.All.Count, PassedReason.All.Select(reason => Texts.Passed(reason).Ko).Distinct().Count());
}
