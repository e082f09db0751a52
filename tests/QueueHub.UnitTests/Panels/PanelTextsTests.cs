using System.Reflection;
using DisplayClient.Panels;
using QueueHub.Contracts;

namespace QueueHub.UnitTests.Panels;

public class PanelTextsTests
{
    public static TheoryData<string> Names => [.. All().Select(text => text.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sentence_is_there_in_all_five_languages_and_in_none_twice(string name)
    {
        foreach (var (_, text) in All().Where(text => text.Name == name))
        {
            string?[] words = [text.Ko, text.En, text.Zh, text.Vi, text.Ja];
            Assert.All(words, word => Assert.False(string.IsNullOrWhiteSpace(word)));
            Assert.True(words.Distinct().Count() >= 4, $"{name} repeats itself: {string.Join(" / ", words)}");
            Assert.All(words, word => Assert.DoesNotContain("{", word, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_language_has_a_button_in_its_own_name() =>
        Assert.Equal(["ko", "en", "zh", "vi", "ja"], PanelTexts.Languages.Select(language => language.Code));

    private static IEnumerable<(string Name, LocalText Text)> All() =>
        typeof(PanelTexts).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(LocalText))
            .Select(field => (field.Name, (LocalText)field.GetValue(null)!))
            .Concat(typeof(PanelTexts).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(LocalText))
                .SelectMany(method => Arguments(method.GetParameters()[0].ParameterType).Select(argument => (method.Name, (LocalText)method.Invoke(null, [argument])!))));

    private static object[] Arguments(Type type) => type == typeof(int) ? [1, 3] : type == typeof(string) ? ["3"] : [SamplePanels.Noon];
}
