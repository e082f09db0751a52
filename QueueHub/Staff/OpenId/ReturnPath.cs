using System.Text.RegularExpressions;

namespace QueueHub.Staff.OpenId;

/// <summary>Where a sign-in may lead back to: the staff's own pages, and nothing that another site could have put into a link.</summary>
internal static partial class ReturnPath
{
    public const string Usual = "/counter";

    /// <summary>The path, the usual one for none; null for one that is not allowed.</summary>
    public static string? Of(string? path) => string.IsNullOrEmpty(path) ? Usual : Allowed().IsMatch(path) ? path : null;

    [GeneratedRegex(@"\A/(counter|staff)(/[A-Za-z0-9_-]+)*/?\z")]
    private static partial Regex Allowed();
}
