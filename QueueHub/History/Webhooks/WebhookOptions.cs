using System.ComponentModel.DataAnnotations;
using System.Net;
using QueueHub.Notify.Push;

namespace QueueHub.History.Webhooks;

/// <summary>How receivers of webhooks are reached; section <c>Webhooks</c> of the configuration.</summary>
public sealed class WebhookOptions
{
    internal const string Section = "Webhooks";

    /// <summary>Lets receivers be on this machine, without TLS: for development and tests.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>The receiver's time for one try.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>True when something may be sent there: https on any port, outside this machine. Which addresses the name stands for is looked at when connecting.</summary>
    public bool Allows(string? text) => text is { Length: <= 500 } && Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { UserInfo: "", Fragment: "" }
        && (url.IsLoopback ? AllowLoopback && url.Scheme is ("http" or "https") : url.Scheme == Uri.UriSchemeHttps && (!IPAddress.TryParse(url.DnsSafeHost, out var address) || PublicAddress.Is(address)));
}
