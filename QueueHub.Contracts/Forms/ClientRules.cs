using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace QueueHub.Contracts.Forms;

/// <summary>
/// The rules of one field as JSON, for clients that are not .NET: the same checks in the same order, and for each code the very sentence
/// that <see cref="FormRules"/> would answer with. The server always checks as well.
/// </summary>
public static class ClientRules
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The rules of a field.</summary>
    /// <param name="today">The office's local date.</param>
    /// <param name="language">Of the sentences.</param>
    public static string Of(FormField field, DateOnly today, string language)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Readable))
        {
            writer.WriteStartObject();
            writer.WriteString("type", JsonNamingPolicy.CamelCase.ConvertName(field.Type.ToString()));
            WriteLimits(writer, field, today);
            writer.WriteStartObject("says");
            foreach (var error in Possible(field))
            {
                writer.WriteString(error.Code, error.Sentence.In(language));
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length);
    }

    private static void WriteLimits(Utf8JsonWriter writer, FormField field, DateOnly today)
    {
        if (field.Type is not (FieldType.Choice or FieldType.Choices or FieldType.YesNo or FieldType.Consent or FieldType.Group))
        {
            writer.WriteNumber("length", FieldRules.MaxLength(field));
        }

        if (field.Pattern is { } pattern)
        {
            writer.WriteString("pattern", pattern);
        }

        if (field.Min is { } min)
        {
            writer.WriteNumber("min", min);
        }

        if (field.Max is { } max)
        {
            writer.WriteNumber("max", max);
        }

        if (FieldRules.IsBirthday(field))
        {
            writer.WriteString("today", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    // What can go wrong in a browser: its lists offer nothing that is no option, and its inputs hold one answer.
    private static IEnumerable<FieldError> Possible(FormField field)
    {
        if (field.Required)
        {
            yield return FieldError.Required(field);
        }

        switch (field.Type)
        {
            case FieldType.Text or FieldType.LongText or FieldType.Address:
                yield return FieldError.TooLong(field, FieldRules.MaxLength(field));
                if (field.Pattern is not null)
                {
                    yield return FieldError.Pattern(field);
                }

                break;
            case FieldType.Number:
                yield return FieldError.NotANumber(field);
                if ((field.Min ?? field.Max) is not null)
                {
                    yield return FieldError.OutOfRange(field);
                }

                break;
            case FieldType.Date:
                yield return FieldError.NotADate(field);
                if (FieldRules.IsBirthday(field))
                {
                    yield return FieldError.InTheFuture(field);
                }

                break;
            case FieldType.Phone:
                yield return FieldError.NotAPhone(field);
                break;
        }
    }
}
