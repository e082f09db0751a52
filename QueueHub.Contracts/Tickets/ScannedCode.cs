namespace QueueHub.Contracts.Tickets;

/// <summary>What a reader at the counter has typed: the link of a ticket or of a prepared form, as the QR codes hold it, or its token alone. Pure.</summary>
/// <param name="Token">128 bits, lower-case hexadecimal.</param>
/// <param name="Office">The link's office; null for a token alone.</param>
public sealed record ScannedCode(ScannedKind Kind, string Token, string? Office)
{
    private const int TokenDigits = 32;

    /// <summary>What was scanned; null when it is nothing of this hub's. The host does not matter: offices move, and what is printed stays.</summary>
    public static ScannedCode? Parse(string? text)
    {
        // A keyboard-wedge reader ends with Enter or Tab, and types capitals while Caps Lock is on.
        var scanned = HangulKeys.ToLatin(text ?? "").Trim().ToLowerInvariant();
        if (IsToken(scanned))
        {
            return new ScannedCode(ScannedKind.Token, scanned, null);
        }

        return Uri.TryCreate(scanned, UriKind.Absolute, out var link) && link.Scheme is "http" or "https"
            && link.AbsolutePath.Split('/') is ["", { Length: > 0 } office, "t" or "f", var token] path && IsToken(token)
            ? new ScannedCode(path[2] == "t" ? ScannedKind.Ticket : ScannedKind.Form, token, office)
            : null;
    }

    /// <summary>What was scanned, when it is of this office or a token alone; otherwise null.</summary>
    public static ScannedCode? Parse(string? text, string office) => Parse(text) is { } code && code.IsOf(office) ? code : null;

    /// <summary>False when it is another office's.</summary>
    public bool IsOf(string office) => Office is null || Office == office;

    private static bool IsToken(string text) => text.Length == TokenDigits && text.All(char.IsAsciiHexDigitLower);
}

/// <summary>What a scanned code leads to.</summary>
public enum ScannedKind
{
    /// <summary>A ticket's page.</summary>
    Ticket,
    /// <summary>A prepared form.</summary>
    Form,
    /// <summary>A token without a link: either.</summary>
    Token,
}

/// <summary>Asks for the ticket whose link was scanned.</summary>
public sealed record FindTicketRequest(string Code);

/// <summary>The ordinal of that ticket; null when it is not one of today's.</summary>
public sealed record FoundTicket(long? Ticket);
