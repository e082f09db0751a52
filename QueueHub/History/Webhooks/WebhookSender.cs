using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using QueueHub.Notify;
using QueueHub.Platform.Database;

namespace QueueHub.History.Webhooks;

/// <summary>Sends what is queued, on every node: each message by one of them. Each receiver has its own run, so that one that hangs holds up no other.</summary>
internal sealed class WebhookSender : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, byte> _running = [];
    private readonly WebhookStore _store;
    private readonly DatabaseStart _database;
    private readonly TimeProvider _time;
    private readonly ILogger<WebhookSender> _logger;
    private readonly WebhookOptions _options;
    private readonly HttpClient _client;

    public WebhookSender(WebhookStore store, IOptions<WebhookOptions> options, DatabaseStart database, TimeProvider time, ILogger<WebhookSender> logger)
    {
        (_store, _options, _database, _time, _logger) = (store, options.Value, database, time, logger);
        _client = new HttpClient(OutsideHandler.Of(_options.Patience, _options.AllowLoopback), disposeHandler: true) { Timeout = _options.Patience };
    }

    public override void Dispose()
    {
        _client.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await _database.ReadyAsync(stoppingToken);
        using var timer = new PeriodicTimer(Poll, _time);
        do
        {
            try
            {
                foreach (var receiver in await _store.DueAsync(_time.GetUtcNow(), stoppingToken))
                {
                    if (_running.TryAdd(receiver.Id, 0))
                    {
                        _ = RunAsync(receiver, stoppingToken);
                    }
                }
            }
            catch (Exception error) when (PostgresFaults.IsFault(error))
            {
                _logger.LogWarning("Webhooks wait: {Reason}", error.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Sends what is due to one receiver, until nothing is, or it is paused.</summary>
    internal async Task RunAsync(WebhookStore.Receiver receiver, CancellationToken cancellation)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                var now = _time.GetUtcNow();
                var due = await _store.ClaimAsync(receiver.Id, AtOnce, now, now + (_options.Patience * 3), cancellation);
                if (due.Count == 0)
                {
                    return;
                }

                await Task.WhenAll(due.Select(message => SendAsync(receiver, message, cancellation)));
            }
        }
        catch (Exception error) when (PostgresFaults.IsFault(error) || error is OperationCanceledException)
        {
            _logger.LogDebug(error, "A webhook was interrupted; what was not sent is taken up again.");
        }
        catch (Exception error)
        {
            _logger.LogError(error, "Webhook {Webhook}: its messages could not be sent.", receiver.Id);
        }
        finally
        {
            _running.TryRemove(receiver.Id, out _);
        }
    }

    private async Task SendAsync(WebhookStore.Receiver receiver, WebhookStore.Due due, CancellationToken cancellation)
    {
        var outcome = receiver.Secret is null ? new Delivery.TryLater("no key") : await TryAsync(receiver.Url, receiver.Secret, due, cancellation);
        var now = _time.GetUtcNow();
        switch (outcome)
        {
            case Delivery.Sent:
                await _store.SentAsync(receiver.Id, due.Id, now);
                return;
            case Delivery.Gone:
                await _store.FailedAsync(receiver.Id, due.Id, "410", null, now);
                await _store.StopAsync(receiver.Id, "410", now);
                return;
            case Delivery.TryLater later:
                var after = WebhookRetry.After(due.Tries, later.After, Random.Shared.NextDouble());
                await _store.FailedAsync(receiver.Id, due.Id, later.Reason, now + after, now);
                return;
        }
    }

    private async Task<Delivery> TryAsync(string url, string secret, WebhookStore.Due due, CancellationToken cancellation)
    {
        if (!_options.Allows(url))
        {
            return new Delivery.TryLater("address not allowed");
        }

        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(due.Body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", due.Message);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(secret, due.Message, timestamp, due.Body));
        request.Headers.Add("User-Agent", "QueueHub");
        return await Exchange.SendAsync(_client, request, Read, cancellation);
    }

    // The body is not read at all.
    private static Task<Delivery> Read(HttpResponseMessage response, CancellationToken cancellation) => Task.FromResult<Delivery>((int)response.StatusCode switch
    {
        >= 200 and < 300 => new Delivery.Sent(),
        410 => new Delivery.Gone(),
        _ => new Delivery.TryLater(Exchange.Status(response), Exchange.RetryAfter(response)),
    });
}
