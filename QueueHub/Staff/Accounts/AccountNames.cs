using System.Text.RegularExpressions;
using QueueHub.Contracts;
using QueueHub.Demo;

namespace QueueHub.Staff.Accounts;

/// <summary>What accounts and people may be called. Pure.</summary>
internal static partial class AccountNames
{
    private const int LongestDisplayName = 40;

    /// <summary>The code of what is wrong; null when both will do.</summary>
    public static string? Fault(string name, string displayName) =>
        !Shape().IsMatch(name) || name.StartsWith(DemoClerks.Prefix, StringComparison.Ordinal) ? ProblemCodes.AccountNameInvalid : DisplayFault(displayName);

    public static string? DisplayFault(string displayName) =>
        displayName.Trim() is { Length: > 0 and <= LongestDisplayName } && !displayName.Any(char.IsControl) ? null : ProblemCodes.DisplayNameInvalid;

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,62}[a-z0-9]\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
