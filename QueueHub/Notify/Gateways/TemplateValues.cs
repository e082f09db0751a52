using System.Globalization;

namespace QueueHub.Notify.Gateways;

/// <summary>What fills the gaps of an approved template; docs/notifications.md has the texts to be registered.</summary>
internal static class TemplateValues
{
    public static Dictionary<string, string> Of(Notice notice)
    {
        var values = new Dictionary<string, string> { ["office"] = notice.Office.Ko, ["number"] = notice.Number.ToString(CultureInfo.InvariantCulture) };
        if (notice.Kind == NoticeKind.Called)
        {
            values["counter"] = notice.Counter!;
        }
        else
        {
            values["ahead"] = notice.Ahead.ToString(CultureInfo.InvariantCulture);
        }

        return values;
    }
}
