namespace QueueHub.Contracts;

/// <summary>One text in the languages an office offers. Korean and English are always there; the others fall back to English.</summary>
public sealed record LocalText(string Ko, string En, string? Zh = null, string? Vi = null, string? Ja = null)
{
    /// <summary>The text in <paramref name="language"/> (a two-letter code).</summary>
    public string In(string language) => language switch
    {
        "ko" => Ko,
        "zh" => Zh ?? En,
        "vi" => Vi ?? En,
        "ja" => Ja ?? En,
        _ => En,
    };

    /// <summary>True when it is written in <paramref name="language"/> itself.</summary>
    public bool Has(string language) => language switch
    {
        "zh" => Zh is not null,
        "vi" => Vi is not null,
        "ja" => Ja is not null,
        _ => true,
    };

    /// <summary>A text made anew in every language.</summary>
    public static LocalText Each(Func<string, string> text) => new(text("ko"), text("en"), text("zh"), text("vi"), text("ja"));
}
