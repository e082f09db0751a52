using System.Globalization;
using StackExchange.Redis;

namespace QueueHub.Tickets;

/// <summary>
/// The names of all keys and channels of an office; docs/redis-keys.md says what each holds. The office's slug is the hash tag,
/// so a Redis Cluster keeps an office in one slot and spreads the offices.
/// </summary>
public static class RedisKeys
{
    public static RedisKey Meta(string office) => Of(office, "meta");
    public static RedisKey Events(string office) => Of(office, "events");
    public static RedisKey Tickets(string office) => Of(office, "tickets");
    public static RedisKey Counters(string office) => Of(office, "counters");
    public static RedisKey Living(string office) => Of(office, "living");
    public static RedisKey Numbers(string office) => Of(office, "numbers");
    public static RedisKey Undo(string office) => Of(office, "undo");

    /// <summary>A line: of a service, or of one counter (<see cref="Rows.TicketRow.LineOf"/>).</summary>
    public static RedisKey Waiting(string office, string line) => Of(office, $"waiting:{line}");

    public static RedisKey Request(string office, string requestId) => Of(office, $"request:{requestId}");

    public static RedisKey Submission(string office, long ticket) =>
        SubmissionStem(office).Append(ticket.ToString(CultureInfo.InvariantCulture));

    /// <summary>What <see cref="Submission"/> begins with: issue decides the ordinal that completes it.</summary>
    public static RedisKey SubmissionStem(string office) => Of(office, "submission:");

    /// <summary>Hash of a phone and a service → the tickets that it took, as long as they live.</summary>
    public static RedisKey Phones(string office) => Of(office, "phones");

    /// <summary>The secret (encrypted) of the codes that show presence in the office's lobby.</summary>
    public static RedisKey HereSecret(string office) => Of(office, "here");

    /// <summary>The sealed link of what a ticket became at another office.</summary>
    public static RedisKey Moved(string office, long ticket) => Of(office, $"moved:{ticket.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>A form that was written without a ticket, by the hash of its token.</summary>
    public static RedisKey Prepared(string office, string tokenHash) => Of(office, $"prepared:{tokenHash}");

    /// <summary>Hash of the token → when that form is gone, or went.</summary>
    public static RedisKey PreparedIndex(string office) => Of(office, "prepared");

    /// <summary>Node → how much of the office it still knows, while Redis is not confirmed.</summary>
    public static RedisKey Offers(string office) => Of(office, "offers");

    /// <summary>When the last rewrite of Redis's append-only file that succeeded was started. Of the whole system, not of an office.</summary>
    public static RedisKey Rewritten => "qh:rewritten";

    /// <summary>A node is having the file rewritten. Of the whole system.</summary>
    public static RedisKey Rewriting => "qh:rewriting";

    /// <summary>Where a ticket's citizen wishes to be told: channel → ciphertext.</summary>
    public static RedisKey Notify(string office, long ticket) => Of(office, $"notify:{ticket.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Ticket and channel → what is to be told; nothing personal. Nodes hold it in memory.</summary>
    public static RedisKey NotifyIndex(string office) => Of(office, "notify");

    /// <summary>Who sends one notice, or that it was sent.</summary>
    public static RedisKey Notice(string office, long ticket, string channel, int leg, string kind) =>
        Of(office, string.Create(CultureInfo.InvariantCulture, $"notice:{ticket}:{channel}:{leg}:{kind}"));

    /// <summary>Match every <see cref="Submission"/>, every <see cref="Prepared"/> and every <see cref="Notify"/>: what must not outlive its time.</summary>
    internal static IReadOnlyList<string> AnyForm => ["qh:{*}:submission:*", "qh:{*}:prepared:*", "qh:{*}:notify:*"];

    /// <summary>Rings with the new version after every event.</summary>
    public static RedisChannel Bell(string office) => RedisChannel.Literal($"qh:{{{office}}}:bell");

    /// <summary>Rings with ticket, fields and revisions after every edit of a form.</summary>
    public static RedisChannel FormBell(string office) => RedisChannel.Literal($"qh:{{{office}}}:form-bell");

    /// <summary>Tells where clerk and citizen are on the form at a counter.</summary>
    public static RedisChannel Presence(string office) => RedisChannel.Literal($"qh:{{{office}}}:presence");

    /// <summary>Rings with the office when the wishes of its tickets have changed. Of the whole system.</summary>
    public static RedisChannel NotifyBell => RedisChannel.Literal("qh:notify-bell");

    private static RedisKey Of(string office, string name) => $"qh:{{{office}}}:{name}";
}
