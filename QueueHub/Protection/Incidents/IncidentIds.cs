using System.Security.Cryptography;
using System.Text;
using static System.FormattableString;

namespace QueueHub.Protection.Incidents;

/// <summary>What names an incident within its office.</summary>
internal static class IncidentIds
{
    // More than anybody writes in a lifetime, and short enough for a document.
    private const int Digits = 12;

    /// <summary>Everything that belongs to one visit.</summary>
    public static string OfTicket(long ordinal) => Invariant($"t{ordinal}");

    /// <summary>An alarm at a counter without a ticket.</summary>
    public static string OfAlarm(long alarm) => Invariant($"a{alarm}");

    /// <summary>What somebody wrote down without a ticket. The same request names the same incident.</summary>
    public static string OfReport(string requestId) =>
        "r" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("incident" + requestId)))[..Digits];
}
