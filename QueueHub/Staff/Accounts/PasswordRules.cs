using QueueHub.Contracts;

namespace QueueHub.Staff.Accounts;

/// <summary>What a password that a person chooses must not be. Length is what protects; no sign is prescribed, which only makes passwords that are written down. Pure.</summary>
public static class PasswordRules
{
    public const int Shortest = 10;
    public const int Longest = 256;

    private const int BesideName = 6;
    private const int FewestDifferent = 5;

    /// <summary>The code of what is wrong with it; null when it will do.</summary>
    public static string? Fault(string name, string present, string next) =>
        next.Length < Shortest ? ProblemCodes.PasswordTooShort
        : next.Length > Longest || next.Any(char.IsControl) ? ProblemCodes.InvalidRequest
        : next == present ? ProblemCodes.PasswordUnchanged
        : IsName(name, next) ? ProblemCodes.PasswordIsName
        : IsTrivial(next) ? ProblemCodes.PasswordTooSimple
        : null;

    // Also the name twice, or with a year behind it.
    private static bool IsName(string name, string password) =>
        name.Length > 1
        && password.Contains(name, StringComparison.OrdinalIgnoreCase)
        && password.Replace(name, "", StringComparison.OrdinalIgnoreCase).Length < BesideName;

    private static bool IsTrivial(string password) =>
        password.Distinct().Count() < FewestDifferent || IsRepeated(password) || IsRow(password);

    // A text that is some part of it over and over stands in its own double before the second half.
    private static bool IsRepeated(string password) => (password + password).IndexOf(password, 1, StringComparison.Ordinal) < password.Length;

    // 1234567890, abcdefghij, and the same backwards.
    private static bool IsRow(string password)
    {
        var steps = password.Zip(password.Skip(1), (one, next) => (one, next) is ('9', '0') ? 1 : (one, next) is ('0', '9') ? -1 : next - one).Distinct().ToList();
        return steps is [1] or [-1];
    }
}
