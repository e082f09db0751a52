using QueueHub.Tickets.Rows;

namespace QueueHub.Tickets.Commands;

/// <summary>How a command ended: done, or refused with a code of <see cref="Contracts.ProblemCodes"/> and the state unchanged.</summary>
/// <param name="Event">What was written; null when refused.</param>
/// <param name="FieldErrors">For <c>form_invalid</c> and <c>invalid_request</c>: field → sentences in the caller's language.</param>
public record Outcome(string? Code, OfficeEvent? Event, IReadOnlyDictionary<string, string[]>? FieldErrors = null)
{
    /// <summary>What the code alone cannot say, in the caller's language; null when its own sentence is enough.</summary>
    public string? Sentence { get; init; }

    /// <summary>True when the command was carried out.</summary>
    public bool Ok => Code is null;

    /// <summary>A refusal.</summary>
    public static Outcome Refused(string code) => new(code, null);
}

/// <summary>Who gives a command.</summary>
/// <param name="Actor">For the event: <c>staff:id</c>, <c>citizen</c>.</param>
/// <param name="Identity">What a request id is bound to: the staff id, or the device cookie's value; never stored in clear.</param>
/// <param name="Channel">See <see cref="Commands.Channels"/>.</param>
/// <param name="Device">The cookie of a phone that keeps one; null for everybody else.</param>
/// <param name="Here">The office (slug) in whose lobby a phone has shown to be; null: in none.</param>
/// <param name="Language">Of the sentences this caller reads, two letters.</param>
public sealed record Caller(string Actor, string Identity, string Channel, string Language, string? Device = null, string? Here = null);
