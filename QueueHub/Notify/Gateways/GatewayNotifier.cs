using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace QueueHub.Notify.Gateways;

/// <summary>A message gateway: sends to a phone number, each in its own format.</summary>
internal abstract class GatewayNotifier(NotifyOptions options) : INotifier, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, disposeHandler: true)
    {
        Timeout = options.Patience,
    };

    public string Channel => NotifyChannel.Number;

    public bool Ready => true;

    public async Task<Delivery> SendAsync(Notice notice, Subscription subscription, CancellationToken cancellation)
    {
        using var request = Request(notice, subscription.Number!, subscription.Language);
        return await Exchange.SendAsync(_client, request, ReadAsync, cancellation);
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The request as the gateway wants it.</summary>
    protected abstract HttpRequestMessage Request(Notice notice, string number, string language);

    /// <summary>What a successful answer says of the one message that was sent.</summary>
    protected abstract Delivery Judge(JsonElement answer);

    protected static HttpContent Json(object body)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, Plain));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return content;
    }

    private async Task<Delivery> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode)
        {
            return (int)response.StatusCode is 429 or >= 500
                ? new Delivery.TryLater(Exchange.Status(response), Exchange.RetryAfter(response))
                : new Delivery.Refused(Exchange.Status(response));
        }

        try
        {
            using var answer = JsonDocument.Parse(await Exchange.BodyAsync(response, cancellation));
            return Judge(answer.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // It was taken: asking again could send it twice.
            return new Delivery.Refused("an answer that cannot be read");
        }
    }

    // Korean as it is, for those who read the gateway's own log.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The gateway that is configured.</summary>
    public static GatewayNotifier Of(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<NotifyOptions>>().Value;
        return options.Gateway == NotifyOptions.SolapiGateway ? new Solapi(options, services.GetRequiredService<TimeProvider>()) : new NhnCloud(options);
    }
}
