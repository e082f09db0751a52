using System.Reflection;

namespace DisplayClient;

/// <summary>Which build of the page this is: shown in the office's list of screens.</summary>
public static class AppVersion
{
    private const int CommitDigits = 8;

    /// <summary>As in <c>1.2.3+0a1b2c3d</c>.</summary>
    public static string Text { get; } = Short(typeof(AppVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    private static string Short(string version) => version.IndexOf('+', StringComparison.Ordinal) is >= 0 and var plus
        ? version[..Math.Min(version.Length, plus + 1 + CommitDigits)]
        : version;
}
