using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;

namespace QueueHub.Feed;

/// <summary>
/// Writes the feed's envelope as the national portal does: in JSON <c>header</c> and <c>body</c> stand alone, in XML within <c>response</c>; who has no data to give,
/// or refuses, sends the header only. Pure.
/// </summary>
internal static class FeedAnswer
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly XmlWriterSettings Xml = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>The page that was asked for.</summary>
    public static byte[] Of(FeedQuestion question, IEnumerable<FeedItem> all)
    {
        var asked = all.Where(item => question.Covers(item.StdgCd)).ToList();
        var page = asked.Skip((int)Math.Min(int.MaxValue, (question.PageNo - 1L) * question.NumOfRows)).Take(question.NumOfRows).ToList();
        return page.Count == 0 ? Of(question.Xml, FeedResult.NoData) : Write(question.Xml, FeedResult.Normal, page, question, asked.Count);
    }

    /// <summary>A result without data.</summary>
    public static byte[] Of(bool xml, FeedResult result) => Write(xml, result, null, default, 0);

    private static byte[] Write(bool xml, FeedResult result, List<FeedItem>? page, FeedQuestion question, int total)
    {
        (string, string)[] counts = [("numOfRows", Number(question.NumOfRows)), ("pageNo", Number(question.PageNo)), ("totalCount", Number(total))];
        return xml ? WriteXml(result, page, counts) : WriteJson(result, page, counts);
    }

    private static byte[] WriteJson(FeedResult result, List<FeedItem>? page, (string Name, string Value)[] counts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartObject();
            json.WriteStartObject("header");
            json.WriteString("resultCode", result.Code);
            json.WriteString("resultMsg", result.Message);
            json.WriteEndObject();
            if (page is not null)
            {
                json.WriteStartObject("body");
                json.WriteStartObject("items");
                json.WriteStartArray("item");
                foreach (var item in page)
                {
                    json.WriteStartObject();
                    foreach (var (name, value) in item.Fields.Where(field => field.Value is not null))
                    {
                        json.WriteString(name, value);
                    }

                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
                foreach (var (name, value) in counts)
                {
                    json.WriteString(name, value);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static byte[] WriteXml(FeedResult result, List<FeedItem>? page, (string Name, string Value)[] counts)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Xml))
        {
            xml.WriteStartElement("response");
            xml.WriteStartElement("header");
            xml.WriteElementString("resultCode", result.Code);
            xml.WriteElementString("resultMsg", result.Message);
            xml.WriteEndElement();
            if (page is not null)
            {
                xml.WriteStartElement("body");
                xml.WriteStartElement("items");
                foreach (var item in page)
                {
                    xml.WriteStartElement("item");
                    foreach (var (name, value) in item.Fields.Where(field => field.Value is not null))
                    {
                        xml.WriteElementString(name, value);
                    }

                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
                foreach (var (name, value) in counts)
                {
                    xml.WriteElementString(name, value);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
