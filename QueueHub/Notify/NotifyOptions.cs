using System.ComponentModel.DataAnnotations;

namespace QueueHub.Notify;

/// <summary>How pocketed phones are reached; section <c>Notify</c> of the configuration. docs/notifications.md says how to fill it in.</summary>
public sealed class NotifyOptions : IValidatableObject
{
    internal const string Section = "Notify";

    /// <summary>The message gateway: <c>none</c>, <c>solapi</c> or <c>nhn</c>.</summary>
    [AllowedValues(NoGateway, SolapiGateway, NhnGateway)]
    public string Gateway { get; set; } = NoGateway;

    /// <summary>Whom a push service writes to when something is wrong with what it is sent: <c>mailto:</c> or https; by default the hub's public address.</summary>
    [Required]
    public string? Contact { get; set; }

    /// <summary>Hosts of push services, <c>*.</c> for those below one. Nothing is sent anywhere else, whatever a browser names.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> PushHosts { get; set; } = [];

    /// <summary>Lets push endpoints be on this machine, without TLS: for tests.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>The other side's time for one try.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>So long the other nodes leave a notice to the one that has taken it up and says nothing more.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>Notices under way to one host at the same time: one that hangs must not use up what the others need.</summary>
    [Range(1, 1000)]
    public int PerHost { get; set; } = 32;

    /// <summary>Of <c>solapi</c>.</summary>
    public SolapiOptions Solapi { get; set; } = new();

    /// <summary>Of <c>nhn</c>.</summary>
    public NhnOptions Nhn { get; set; } = new();

    /// <summary>The services behind the browsers of today's phones.</summary>
    public static readonly IReadOnlyList<string> KnownPushHosts =
        ["fcm.googleapis.com", "*.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com"];

    internal const string NoGateway = "none";
    internal const string SolapiGateway = "solapi";
    internal const string NhnGateway = "nhn";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Contact, UriKind.Absolute, out var contact) || !(contact.Scheme == Uri.UriSchemeMailto || contact.Scheme == Uri.UriSchemeHttps))
        {
            yield return new ValidationResult($"{Section}:Contact must be a mailto: or https: address.");
        }

        if (Lease <= Patience)
        {
            yield return new ValidationResult($"{Section}:Lease must be longer than {Section}:Patience: a try under way would be taken up by another node.");
        }

        foreach (var complaint in Gateway switch
        {
            SolapiGateway => Missing(nameof(Solapi), Solapi.Url, (nameof(Solapi.ApiKey), Solapi.ApiKey), (nameof(Solapi.ApiSecret), Solapi.ApiSecret), (nameof(Solapi.From), Solapi.From)),
            NhnGateway => Missing(
                nameof(Nhn), Nhn.Url, (nameof(Nhn.AppKey), Nhn.AppKey), (nameof(Nhn.SecretKey), Nhn.SecretKey), (nameof(Nhn.SenderKey), Nhn.SenderKey),
                (nameof(Nhn.AheadTemplate), Nhn.AheadTemplate), (nameof(Nhn.CalledTemplate), Nhn.CalledTemplate)),
            _ => [],
        })
        {
            yield return new ValidationResult(complaint);
        }

        if (Gateway == SolapiGateway && Solapi.PfId is not null && (Solapi.AheadTemplate is null || Solapi.CalledTemplate is null))
        {
            yield return new ValidationResult($"{Section}:Solapi:PfId needs {Section}:Solapi:AheadTemplate and {Section}:Solapi:CalledTemplate.");
        }
    }

    // The values themselves are never named: they are secrets.
    private static IEnumerable<string> Missing(string part, string url, params IReadOnlyList<(string Name, string? Value)> values)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
        {
            yield return $"{Section}:{part}:Url must be an https address (http only on this machine itself).";
        }

        foreach (var (name, _) in values.Where(value => string.IsNullOrWhiteSpace(value.Value)))
        {
            yield return $"{Section}:{part}:{name} is missing.";
        }
    }
}

/// <summary>Solapi: text messages, or 알림톡 where a channel and its templates are named.</summary>
public sealed class SolapiOptions
{
    public string Url { get; set; } = "https://api.solapi.com";
    public string? ApiKey { get; set; }

    /// <summary>Better in the environment (<c>Notify__Solapi__ApiSecret</c>) than in a file.</summary>
    public string? ApiSecret { get; set; }

    /// <summary>The registered number of the sender.</summary>
    public string? From { get; set; }

    /// <summary>The Kakao channel; without it text messages are sent.</summary>
    public string? PfId { get; set; }
    public string? AheadTemplate { get; set; }
    public string? CalledTemplate { get; set; }
}

/// <summary>NHN Cloud 알림톡.</summary>
public sealed class NhnOptions
{
    public string Url { get; set; } = "https://api-alimtalk.cloud.toast.com";
    public string? AppKey { get; set; }

    /// <summary>Better in the environment (<c>Notify__Nhn__SecretKey</c>) than in a file.</summary>
    public string? SecretKey { get; set; }
    public string? SenderKey { get; set; }
    public string? AheadTemplate { get; set; }
    public string? CalledTemplate { get; set; }
}
