using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Protection;
using QueueHub.Intake;
using QueueHub.Notify;
using QueueHub.Offices;
using QueueHub.Platform;
using QueueHub.UnitTests.Offices;

namespace QueueHub.UnitTests.Platform;

/// <summary>What a citizen reads or hears, on the phone, before the district's page and at the panel, is there in all five languages, and each is the language that it says it is.</summary>
public partial class FiveLanguagesTests
{
    private static readonly LocalText Sample = new("보기", "sample", "例子", "ví dụ", "例え");

    // Codes that the panel's commands may be answered with.
    private static readonly string[] AtThePanel =
    [
        ProblemCodes.InvalidRequest, ProblemCodes.TooLarge, ProblemCodes.TooSlow, ProblemCodes.RequestIdRequired, ProblemCodes.RequestIdConflict,
        ProblemCodes.RateLimited, ProblemCodes.Busy, ProblemCodes.Forbidden, ProblemCodes.UnknownTicket, ProblemCodes.UnknownForm,
        ProblemCodes.UnknownCounter, ProblemCodes.CounterNotOpen, ProblemCodes.NotYourCounter, ProblemCodes.DayClosed,
        ProblemCodes.WrongState, ProblemCodes.NotAtCounter, ProblemCodes.DayChanged, ProblemCodes.FormLocked, ProblemCodes.FormConflict,
        ProblemCodes.FormInvalid, ProblemCodes.ClockSkew, ProblemCodes.Unavailable, ProblemCodes.Unknown, ProblemCodes.Internal,
    ];

    // Codes that only the staff's own doors and screens give.
    private static readonly string[] OfTheStaff =
    [
        ProblemCodes.SignInRequired, ProblemCodes.SignInFailed, ProblemCodes.SignInLocked, ProblemCodes.TooManyOffices, ProblemCodes.OpenIdFailed,
        ProblemCodes.OpenIdUnavailable, ProblemCodes.NoAccount, ProblemCodes.PasswordChangeRequired, ProblemCodes.PasswordTooShort,
        ProblemCodes.PasswordIsName, ProblemCodes.PasswordTooSimple, ProblemCodes.PasswordUnchanged, ProblemCodes.UnknownStaff,
        ProblemCodes.AccountNameTaken, ProblemCodes.AccountNameInvalid, ProblemCodes.DisplayNameInvalid, ProblemCodes.NotYourself,
        ProblemCodes.LastAdministrator, ProblemCodes.ScreenNotPaired, ProblemCodes.ScreenUnpaired, ProblemCodes.UnknownPairingCode,
        ProblemCodes.UnknownScreen, ProblemCodes.ScreenNameInvalid, ProblemCodes.UnknownZone, ProblemCodes.UnknownIncident, ProblemCodes.UnknownRoom,
        ProblemCodes.UnknownResult, ProblemCodes.NobodyWaiting, ProblemCodes.NextChanged, ProblemCodes.ReasonRequired, ProblemCodes.RecallLocked,
        ProblemCodes.MoveRefused, ProblemCodes.UndoTooLate, ProblemCodes.WarningRequired, ProblemCodes.AlarmOver, ProblemCodes.RoomTaken,
        ProblemCodes.CounterBusy, ProblemCodes.CounterTaken, ProblemCodes.RangeReversed, ProblemCodes.RangeTooLong, ProblemCodes.WeekdayInvalid, ProblemCodes.StaffFiguresOff,
        ProblemCodes.ExportTooLarge, ProblemCodes.ApiKeyInvalid, ProblemCodes.UnknownApiKey, ProblemCodes.ApiKeyNameInvalid,
        ProblemCodes.UnknownWebhook, ProblemCodes.UnknownWebhookMessage, ProblemCodes.InvalidWebhook,
    ];

    /// <summary>Every class of the phone's pages, and of the district's, that says something: also those that are written later.</summary>
    public static TheoryData<string> Speaking =>
        [.. typeof(Texts).Assembly.GetTypes().Where(type => IsOfPages(type) && Said(type).Any()).Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Speaking))]
    public void The_words_of_the_phone(string name) => Assert.Empty(Missing(Said(typeof(Texts).Assembly.GetType(name)!)));

    [Fact]
    public void The_classes_that_speak_are_found() => Assert.Superset(
        new HashSet<string> { nameof(Texts), "CorrectionTexts", "MovedTexts", "DistrictTexts" }, Speaking.Select(row => row.Data.Split('.')[^1]).ToHashSet());

    [Fact]
    public void The_sentences_of_problems_that_a_citizen_can_meet() => Assert.Empty(Missing(
        ProblemTexts.All.Where(pair => !OfTheStaff.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value))
            .Append((ProblemCodes.OfficeClosed, ProblemTexts.OfficeClosedUntil(Sample)))));

    [Theory]
    [InlineData("zh")]
    [InlineData("vi")]
    [InlineData("ja")]
    public void Every_language_of_the_phone_has_names_for_the_days_of_opening(string language)
    {
        var days = new OpeningHours([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Sunday], new TimeOnly(9, 0), new TimeOnly(18, 0));
        Assert.True(IsIn(language, Hours.Read(days, language)));
        Assert.NotEqual(Hours.Read(days, "en"), Hours.Read(days, language));
    }

    [Fact]
    public void The_words_of_forms() => Assert.Empty(Missing(FormTexts()));

    [Fact]
    public void The_words_of_warnings() => Assert.Empty(Missing(
        from kind in WarningKind.All
        from text in new[] { WarningTexts.Title(kind), WarningTexts.Shown(kind), WarningTexts.Spoken(kind) }
        select ($"warning {kind}", text)));

    [Fact]
    public void What_a_phone_keeps_and_what_is_said_after_a_visit() => Assert.Empty(Missing(
        typeof(QueueHub.Intake.Texts).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(field => KeptOrAfter().IsMatch(field.Name))
            .Select(field => (field.Name, (LocalText)field.GetValue(null)!))
            .Concat(QueueHub.Intake.Texts.AfterScale.Select(answer => ($"rating {answer.Rating}", answer.Words)))));

    [Fact]
    public void The_sentences_of_problems_at_the_panel() => Assert.Empty(Missing(AtThePanel.Select(code => (code, ProblemTexts.All[code]))));

    [Fact]
    public void Opening_hours() => Assert.Empty(Missing(
        from days in Enumerable.Range(0, 9)
        let now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(9))
        from text in new[] { OpeningTexts.Opens(now.AddDays(days), now), OpeningTexts.Closes(now) }
        select ($"in {days} days", text)));

    [Theory]
    [InlineData("forms")]
    [InlineData("offices")]
    public void The_shipped_documents(string kind) => Assert.Empty(Missing(
        SeedDocuments.All(kind).SelectMany(seed => Texts(seed.Document, seed.File)).Where(text => !OfStaff(text.Item1))));

    // The clerks' own room is named to nobody else.
    private static bool OfStaff(string place) => place.EndsWith(".recoveryRoom", StringComparison.Ordinal);

    [Theory]
    [InlineData("ko", "1990년 1월 31일")]
    [InlineData("en", "31 January 1990")]
    [InlineData("zh", "1990年1月31日")]
    [InlineData("vi", "31/1/1990")]
    [InlineData("ja", "1990年1月31日")]
    public void A_date_is_read_as_its_language_writes_it(string language, string expected) =>
        Assert.Equal(expected, AnswerText.Date(new DateOnly(1990, 1, 31), language));

    [Fact]
    public void A_text_that_lacks_a_language_or_has_another_is_found() => Assert.Equal(
        ["a: zh is missing", "a: vi is missing", "b: ja reads as another language: 안녕"],
        Missing([("a", new LocalText("가", "a", null, "", "あ")), ("b", new LocalText("가", "a", "文", "ý", "안녕"))]));

    // The statics of the forms, and all that their methods make of samples: also the sentences of errors.
    private static IEnumerable<(string, LocalText)> FormTexts()
    {
        var fields =
            from type in Enum.GetValues<FieldType>()
            from limits in new (decimal? Min, decimal? Max)[] { (1, 5), (1, null), (null, 5) }
            select new FormField("sample", type, Sample, Min: limits.Min, Max: limits.Max, Item: Sample);
        return
            from owner in new[] { typeof(FormWords), typeof(FieldError), typeof(FormLeaf) }
            from member in owner.GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            from text in member switch
            {
                FieldInfo { FieldType: var type } field when type == typeof(LocalText) => [field.GetValue(null)],
                MethodInfo method when method.ReturnType == typeof(LocalText) || method.ReturnType == typeof(FieldError) =>
                    fields.Select(field => method.Invoke(null, [.. method.GetParameters().Select(parameter => Argument(parameter.ParameterType, field))])),
                _ => (IEnumerable<object?>)[],
            }
            select ($"{owner.Name}.{member.Name}", text as LocalText ?? ((FieldError)text!).Sentence);
    }

    private static object Argument(Type type, FormField field) => Argument(type) ?? (type == typeof(FormField) ? field : throw new NotSupportedException($"{type}"));

    // A sample of what stands inside a sentence; null for what none is known of.
    private static object? Argument(Type type) =>
        type == typeof(LocalText) ? Sample
        : type == typeof(int) ? 3
        : type == typeof(string) ? "3"
        : type == typeof(bool) ? true
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(9))
        : type == typeof(WaitBand) ? new WaitBand(5, 15)
        : type == typeof(Notice) ? new Notice(NoticeKind.Called, "1", Sample, 3, 2, "3", DateTimeOffset.UnixEpoch)
        : type == typeof(TimeSpan) ? TimeSpan.FromMinutes(3)
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)
        : type.IsAssignableFrom(typeof(int[])) ? new[] { 1, 3 }
        : type.IsAssignableFrom(typeof(string[])) ? new[] { "1", "3" }
        : null;

    private static bool IsOfPages(Type type) => type.Namespace is "QueueHub.Intake" or "QueueHub.District";

    // Its fields, and all that its methods make of samples.
    private static IEnumerable<(string, LocalText)> Said(Type type) =>
        from member in type.GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        from text in member switch
        {
            FieldInfo { FieldType: var kind } field when kind == typeof(LocalText) => [(LocalText)field.GetValue(null)!],
            MethodInfo method when method.ReturnType == typeof(LocalText) => Made(method),
            _ => (IEnumerable<LocalText>)[],
        }
        where text.En.Length > 0
        select ($"{type.Name}.{member.Name}", text);

    private static IEnumerable<LocalText> Made(MethodInfo method)
    {
        var samples = method.GetParameters().Select(parameter => parameter.ParameterType is { IsEnum: true } kind
            ? Enum.GetValues(kind).Cast<object?>()
            : [Argument(parameter.ParameterType) ?? throw new NotSupportedException($"{method}: a sample of {parameter.ParameterType}")]);
        return samples.Aggregate(
                new[] { Enumerable.Empty<object?>() }.AsEnumerable(), (made, next) => made.SelectMany(head => next.Select(value => head.Append(value))))
            .Select(arguments => (LocalText)method.Invoke(null, [.. arguments])!);
    }

    // What is the same in Korean and English, a number or a name in capitals, needs no other. An address is found by the Korean or the romanised one.
    private static IEnumerable<(string, LocalText)> Texts(JsonNode? node, string place) => node switch
    {
        JsonObject text when text.ContainsKey("ko") && text.ContainsKey("en") =>
            (string?)text["ko"] == (string?)text["en"] || place.EndsWith(".address", StringComparison.Ordinal) ? []
            : [(place, new LocalText((string)text["ko"]!, (string)text["en"]!, (string?)text["zh"], (string?)text["vi"], (string?)text["ja"]))],
        JsonObject parent => parent.SelectMany(child => Texts(child.Value, $"{place}.{child.Key}")),
        JsonArray list => list.SelectMany((child, index) => Texts(child, $"{place}[{index}]")),
        _ => [],
    };

    private static IEnumerable<string> Missing(IEnumerable<(string Place, LocalText Text)> texts) =>
        from text in texts.ToHashSet()
        from language in new[] { (Code: "zh", Words: text.Text.Zh), (Code: "vi", Words: text.Text.Vi), (Code: "ja", Words: text.Text.Ja) }
        where string.IsNullOrWhiteSpace(language.Words) || !IsIn(language.Code, language.Words)
        select $"{text.Place}: {language.Code} {(string.IsNullOrWhiteSpace(language.Words) ? "is missing" : $"reads as another language: {language.Words}")}";

    // Korean words may stand in brackets, as on the paper that somebody has in the hand.
    private static bool IsIn(string language, string words)
    {
        var own = InBrackets().Replace(words, "");
        var (hangul, kana, han) = (Hangul().IsMatch(own), Kana().IsMatch(own), Han().IsMatch(own));
        return !hangul && language switch { "zh" => han && !kana, "vi" => !han && !kana, _ => han || kana };
    }

    [GeneratedRegex("^(Reuse|Draft(Carried|Dropped)|Home|MyData|After(?!Hours))")]
    private static partial Regex KeptOrAfter();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"[\uAC00-\uD7A3]")]
    private static partial Regex Hangul();

    [GeneratedRegex(@"[\u3041-\u30FA]")]
    private static partial Regex Kana();

    [GeneratedRegex(@"[\u4E00-\u9FFF]")]
    private static partial Regex Han();
}
