using QueueHub.Contracts;
using QueueHub.Platform;

namespace QueueHub.Intake;

/// <summary>Who reads a page, and where it stands.</summary>
/// <param name="Language">Two letters.</param>
/// <param name="Address">Path of the page by GET: where the language switch leads.</param>
public sealed record Reader(string Language, string Address)
{
    /// <summary>The other language, for the switch.</summary>
    public string OtherLanguage => Language == "ko" ? "en" : "ko";

    /// <summary>The reader of this request.</summary>
    /// <param name="address">When the page answers a POST: the page to come back to.</param>
    public static Reader Of(HttpContext http, string? address = null) =>
        new(RequestLanguage.Of(http), address ?? http.Request.Path.ToUriComponent());

    /// <summary>The text in the reader's language.</summary>
    public string Read(LocalText text) => text.In(Language);
}
