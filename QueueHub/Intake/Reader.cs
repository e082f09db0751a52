using QueueHub.Contracts;
using QueueHub.Platform;

namespace QueueHub.Intake;

/// <summary>Who reads a page, and where it stands.</summary>
/// <param name="Language">Two letters.</param>
/// <param name="Address">Path of the page by GET: where a change of language leads.</param>
public sealed record Reader(string Language, string Address)
{
    /// <summary>How the page is to look.</summary>
    public Look Look { get; init; } = Look.Plain;

    /// <summary>The other language of pages that have two.</summary>
    public string OtherLanguage => Language == "ko" ? "en" : "ko";

    /// <summary>The same reader before the staff's pages, whose words are Korean and English.</summary>
    public Reader Bilingual => this with { Language = Language == "ko" ? "ko" : "en" };

    /// <summary>The reader of this request.</summary>
    /// <param name="address">When the page answers a POST: the page to come back to.</param>
    public static Reader Of(HttpContext http, string? address = null) =>
        new(RequestLanguage.Of(http), address ?? http.Request.Path.ToUriComponent()) { Look = Look.Of(http) };

    /// <summary>The text in the reader's language.</summary>
    public string Read(LocalText text) => text.In(Language);

    /// <summary>What stands above a page that is shown again because of a refusal; null without one.</summary>
    /// <param name="sentence">Instead of the code's own.</param>
    public string? Alert(string? code, string? sentence = null) => code switch
    {
        null => null,
        ProblemCodes.AntiForgery => Read(Texts.PressAgain),
        _ => sentence ?? ProblemTexts.In(code, Language),
    };

    /// <summary>For <c>lang</c> where an office has not written the text in the reader's language, so that it is read aloud as what it is; null otherwise.</summary>
    public string? Lang(LocalText text) => Language is "ko" or "en" || text.Has(Language) ? null : "en";
}
