using System.Globalization;
using System.Text.RegularExpressions;

namespace QueueHub.UnitTests.Display;

/// <summary>Every pair of colours of the lobby's board, computed from the style sheets themselves (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
public partial class ContrastTests
{
    private const double Letters = 4.5;

    private static readonly string Sheets = Read("QueueHub/wwwroot/look/krds.css") + Read("DisplayClient/wwwroot/css/display.css");

    [Theory]
    [InlineData("ink", "page")]
    [InlineData("ink", "paper")]
    [InlineData("ink-weak", "page")]
    [InlineData("ink-weak", "paper")]
    [InlineData("primary-deep", "page")]
    [InlineData("primary-deep", "paper")]
    [InlineData("warning-dark", "page")]
    [InlineData("warning-dark", "paper")]
    [InlineData("on-alert", "alert")]
    [InlineData("on-strong", "strong")]
    public void Letters_are_read_on_their_ground_in_dark_and_in_light(string letters, string ground)
    {
        foreach (var dark in new[] { true, false })
        {
            var contrast = Contrast(Colour(letters, dark), Colour(ground, dark));
            Assert.True(contrast >= Letters, $"{letters} on {ground}, {(dark ? "dark" : "light")}: {contrast:0.00}");
        }
    }

    [Fact]
    public void Every_colour_that_the_board_gives_to_letters_is_one_of_these_or_its_own()
    {
        var known = new HashSet<string> { "ink", "ink-weak", "primary-deep", "warning-dark", "on-alert", "on-strong" };
        foreach (var file in Directory.EnumerateFiles(Folder("DisplayClient/Components"), "*.css"))
        {
            Assert.All(LetterColour().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value), name => Assert.Contains(name, known));
        }

        // The QR code's card is white in both.
        Assert.True(Contrast("#1e2124", "#ffffff") >= Letters && Contrast("#8a240f", "#ffffff") >= Letters);
    }

    // The dark block overrides the first one; what it does not name stays.
    private static string Colour(string name, bool dark)
    {
        var all = Regex.Matches(Sheets, $@"--{name}: (#[0-9a-f]{{3,6}});").Select(match => (match.Index, Value: match.Groups[1].Value)).ToList();
        var border = Sheets.IndexOf("[data-theme=\"dark\"]", StringComparison.Ordinal);
        var end = Sheets.IndexOf('}', border);
        var inDark = all.Where(found => found.Index > border && found.Index < end).Select(found => found.Value).FirstOrDefault();
        var usual = all.Where(found => found.Index < border || found.Index > end).Select(found => found.Value).First();
        return dark ? inDark ?? usual : usual;
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var digits = colour.Length == 4 ? string.Concat(colour[1..].Select(digit => $"{digit}{digit}")) : colour[1..];
        var parts = Enumerable.Range(0, 3)
            .Select(part => int.Parse(digits.AsSpan(part * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static string Read(string path) => File.ReadAllText(Folder(path));

    private static string Folder(string path)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "QueueHub.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return Path.Combine(root, path);
    }

    [GeneratedRegex(@"(?<![-a-z])color: var\(--([a-z-]+)\)")]
    private static partial Regex LetterColour();
}
