using System.Text.Json.Serialization;
using QueueHub.Contracts;

namespace QueueHub.Notify;

/// <summary>What a pocketed phone is told: nothing that is not on the lobby's screen as well.</summary>
/// <param name="Kind">One of <see cref="NoticeKind"/>.</param>
/// <param name="Id">Stands for the ticket where others can see it; not its link, and leads nowhere.</param>
/// <param name="Office">The office's name.</param>
/// <param name="Ahead">How many are ahead; of <see cref="NoticeKind.Ahead"/>.</param>
/// <param name="Counter">Where to go; of <see cref="NoticeKind.Called"/>.</param>
/// <param name="Until">After this it helps nobody.</param>
public sealed record Notice(string Kind, string Id, LocalText Office, int Number, int Ahead, string? Counter, DateTimeOffset Until);

/// <summary>The two notices there are.</summary>
public static class NoticeKind
{
    /// <summary>So many are ahead, or fewer.</summary>
    public const string Ahead = "ahead";

    /// <summary>It has been called.</summary>
    public const string Called = "called";
}

/// <summary>What a citizen wishes to be told.</summary>
/// <param name="Ahead">When so many are ahead; 0: not beforehand.</param>
/// <param name="Called">When called.</param>
public sealed record Wish(int Ahead, bool Called)
{
    /// <summary>The most that can be wished: further away, nobody needs to come back yet.</summary>
    public const int MostAhead = 20;

    /// <summary>What the page proposes.</summary>
    public static readonly Wish Usual = new(3, true);

    /// <summary>True when it is a wish at all.</summary>
    [JsonIgnore]
    public bool IsValid => Ahead is >= 0 and <= MostAhead && (Ahead > 0 || Called);
}

/// <summary>Where a phone is reached, and in which language. The most personal thing of a ticket: kept encrypted, and only as long as its visit.</summary>
/// <param name="Number">Of <see cref="NotifyChannel.Number"/>.</param>
/// <param name="Push">Of <see cref="NotifyChannel.Push"/>.</param>
public sealed record Subscription(string Language, string? Number = null, PushAddress? Push = null)
{
    // What is printed of it must not give it away.
    public override string ToString() => nameof(Subscription);
}

/// <summary>A browser's subscription, as its Push API gives it.</summary>
/// <param name="Endpoint">A secret: whoever has it can spend the browser's patience.</param>
/// <param name="P256dh">The browser's public key, base64url.</param>
/// <param name="Auth">The secret it shares with us, base64url.</param>
public sealed record PushAddress(string Endpoint, string P256dh, string Auth)
{
    public override string ToString() => nameof(PushAddress);
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Subscription))]
internal sealed partial class NotifyJson : JsonSerializerContext;
