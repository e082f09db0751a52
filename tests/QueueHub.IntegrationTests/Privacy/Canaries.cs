using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace QueueHub.IntegrationTests.Privacy;

/// <summary>Values that nobody writes by chance, and every shape in which they could be written down somewhere.</summary>
internal sealed class Canaries(params string[] values)
{
    private readonly List<(string Name, byte[] Bytes)> _shapes =
        [.. values.SelectMany(value => Shapes(value).Select(shape => ($"{value} as {shape.Shape}", shape.Bytes)).DistinctBy(shape => Convert.ToHexString(shape.Bytes)))];

    /// <summary>Those that are in it, each with the shape it was found in.</summary>
    public IEnumerable<string> In(byte[] content) => _shapes.Where(shape => content.AsSpan().IndexOf(shape.Bytes) >= 0).Select(shape => shape.Name);

    /// <summary>A value in every shape.</summary>
    public static IEnumerable<(string Shape, byte[] Bytes)> Shapes(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        yield return ("UTF-8", utf8);
        yield return ("UTF-16", Encoding.Unicode.GetBytes(value));
        yield return ("UTF-16, the other way round", Encoding.BigEndianUnicode.GetBytes(value));
        foreach (var (shape, text) in new[]
        {
            ("JSON", JsonSerializer.Serialize(value)[1..^1]),
            ("JSON in small letters", string.Concat(value.Select(letter => letter < 128 ? $"{letter}" : $"\\u{(int)letter:x4}"))),
            ("a link", Uri.EscapeDataString(value)),
            ("a link in small letters", string.Concat(utf8.Select(part => part < 128 ? $"{(char)part}" : $"%{part:x2}"))),
            ("HTML", HtmlEncoder.Default.Encode(value)),
            ("hexadecimal", Convert.ToHexString(utf8)),
            ("hexadecimal in small letters", Convert.ToHexStringLower(utf8)),
        })
        {
            yield return (shape, Encoding.ASCII.GetBytes(text));
        }

        // Three bytes are four characters, so it looks different by what stands before it.
        for (var before = 0; before < 3; before++)
        {
            var text = Base64(utf8, before);
            yield return ("Base64", Encoding.ASCII.GetBytes(text));
            yield return ("Base64 in a link", Encoding.ASCII.GetBytes(text.Replace('+', '-').Replace('/', '_')));
        }
    }

    // Without the characters in which a neighbour has a part.
    private static string Base64(byte[] value, int before)
    {
        byte[] bytes = [.. new byte[before], .. value];
        return Convert.ToBase64String(bytes)[(before == 0 ? 0 : before + 1)..(bytes.Length * 8 / 6)];
    }
}
