namespace QueueHub.Contracts.Protection;

/// <summary>Why a citizen is warned, or a visit ended: what is written, said and logged are these words, never a clerk's own.</summary>
public static class WarningKind
{
    /// <summary>The recommended length of a visit is over.</summary>
    public const string Time = "time";

    /// <summary>Abusive language.</summary>
    public const string Language = "language";

    /// <summary>Threats or violence.</summary>
    public const string Threat = "threat";

    /// <summary>The work of the office is kept from going on.</summary>
    public const string Disturbance = "disturbance";

    /// <summary>All, the mildest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Time, Language, Disturbance, Threat];
}
