using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using QueueHub.Intake;

namespace QueueHub.Notify.Push;

/// <summary>
/// Web Push (RFC 8030): an encrypted message to the browser's push service. The service learns that this installation has something for this browser, and
/// when; not what, and not whose ticket it is.
/// </summary>
internal sealed class PushNotifier : INotifier, IDisposable
{
    private readonly NotifyOptions _options;
    private readonly PushKeys _keys;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public PushNotifier(IOptions<NotifyOptions> options, PushHosts hosts, PushKeys keys, TimeProvider time)
    {
        (_options, _keys, _time) = (options.Value, keys, time);
        _client = new HttpClient(hosts.Handler(), disposeHandler: true) { Timeout = _options.Patience };
    }

    public string Channel => NotifyChannel.Push;

    public bool Ready => _keys.Present is not null;

    public async Task<Delivery> SendAsync(Notice notice, Subscription subscription, CancellationToken cancellation)
    {
        if (_keys.Present is not { } key || subscription.Push is not { } address)
        {
            return new Delivery.TryLater("no key yet");
        }

        var now = _time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, address.Endpoint);
        request.Headers.TryAddWithoutValidation("Authorization", key.Authorize(request.RequestUri!, _options.Contact!, now));
        request.Headers.Add("TTL", Math.Max(0, (long)(notice.Until - now).TotalSeconds).ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Urgency", "high");

        // What waits at the service for a phone that is off is replaced: "called" makes "three ahead" old.
        request.Headers.Add("Topic", notice.Id);
        request.Content = new ByteArrayContent(WebPushEncryption.Encrypt(
            Message(notice, subscription.Language), Base64Url.DecodeFromChars(address.P256dh), Base64Url.DecodeFromChars(address.Auth)));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add(WebPushEncryption.ContentEncoding);
        return await Exchange.SendAsync(_client, request, Read, cancellation);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>What the page's worker shows: ready sentences, for it speaks no language. No link: it finds that on the phone, by the id.</summary>
    internal static byte[] Message(Notice notice, string language) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["id"] = notice.Id,
        ["kind"] = notice.Kind,
        ["lang"] = language,
        ["title"] = Texts.NoticeTitle(notice).In(language),
        ["body"] = Texts.NoticeBody(notice).In(language),
    });

    private static Task<Delivery> Read(HttpResponseMessage response, CancellationToken cancellation) => Task.FromResult<Delivery>((int)response.StatusCode switch
    {
        >= 200 and < 300 => new Delivery.Sent(),
        404 or 410 => new Delivery.Gone(),
        429 or >= 500 => new Delivery.TryLater(Exchange.Status(response), Exchange.RetryAfter(response)),
        _ => new Delivery.Refused(Exchange.Status(response)),
    });
}
