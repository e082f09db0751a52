using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Crashes;

/// <summary>A command whose answer has arrived: what the log must hold under its version.</summary>
internal sealed record Acknowledged(EventType Type, long Version, int? Number);

/// <summary>Citizens and clerks who ask again, with the same request id, until they have an answer: as our own clients do.</summary>
/// <param name="url">Where the hub is now.</param>
/// <param name="newConnections">Every request over a connection of its own: a balancer may send it to another node each time.</param>
internal sealed class Load(Func<Uri> url, bool newConnections = false)
{
    private readonly CookieContainer _cookies = new();

    public ConcurrentBag<Acknowledged> Done { get; } = [];

    /// <summary>Signs a clerk in, once for all requests.</summary>
    public async Task SignInAsync(string password)
    {
        using var client = Client();
        client.Timeout = TimeSpan.FromMinutes(2);
        using var response = await client.PostAsJsonAsync(new Uri(url(), Routes.SignIn), new SignInRequest("kim", password));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>Takes numbers until told to stop.</summary>
    public async Task CitizenAsync(CancellationToken stop)
    {
        using var client = Client();
        while (!stop.IsCancellationRequested)
        {
            var (ticket, refusal) = await AskAsync<IssuedTicket>(client, "tickets", new IssueRequest(Seocho.NewRequestId(), Seocho.Service));
            if (ticket is null)
            {
                // More wait than there are numbers: the clerks come first.
                Assert.Equal(ProblemCodes.NumbersExhausted, refusal);
                continue;
            }

            Done.Add(new Acknowledged(EventType.TicketIssued, ticket.Version, ticket.Number));
        }
    }

    /// <summary>Calls, serves and completes at one counter until told to stop.</summary>
    public async Task ClerkAsync(string counter, CancellationToken stop)
    {
        using var client = Client();
        await WorkAsync(counter, (verb, request) => AskAsync<CommandReply>(client, $"counters/{counter}/{verb}", request), stop);
    }

    /// <summary>The same at a console, through the counter hub.</summary>
    public async Task ConsoleAsync(string counter, CancellationToken stop)
    {
        await using var console = new Console(url, _cookies, counter);
        await WorkAsync(counter, console.AskAsync, stop);
    }

    private async Task WorkAsync(string counter, Func<string, ICommandRequest, Task<(CommandReply? Answer, string? Refusal)>> ask, CancellationToken stop)
    {
        await DoneAsync(EventType.CounterOpened, "open", new OpenCounterRequest(Seocho.NewRequestId()));
        for (var turn = 1; !stop.IsCancellationRequested; turn++)
        {
            var (called, refusal) = await ask("call-next", Seocho.CallNext());
            if (called is null)
            {
                Assert.Equal(ProblemCodes.NobodyWaiting, refusal);
                continue;
            }

            Add(EventType.TicketCalled, called);
            var ticket = called.Ticket!.Value;
            if (turn % 5 == 0)
            {
                // Not twice in one breath: only where an answer was long in coming may the number be announced again.
                var (recalled, locked) = await ask("recall", Seocho.Request(ticket));
                if (recalled is null)
                {
                    Assert.Equal(ProblemCodes.RecallLocked, locked);
                }
                else
                {
                    Add(EventType.TicketRecalled, recalled);
                }
            }

            if (turn % 7 == 0)
            {
                await DoneAsync(EventType.TicketRequeued, "requeue", new RequeueRequest(Seocho.NewRequestId(), ticket, 0));
                continue;
            }

            await DoneAsync(EventType.ServiceStarted, "start", Seocho.Request(ticket));
            await DoneAsync(EventType.TicketCompleted, "complete", new CompleteRequest(Seocho.NewRequestId(), ticket));
        }

        async Task DoneAsync(EventType type, string verb, ICommandRequest request)
        {
            var (reply, refusal) = await ask(verb, request);
            Add(type, reply ?? throw new InvalidOperationException($"{verb} at counter {counter} was refused: {refusal}"));
        }
    }

    private void Add(EventType type, CommandReply reply) => Done.Add(new Acknowledged(type, reply.Version, reply.Number));

    // Until there is an answer: what was asked, or the code of a refusal.
    private async Task<(T? Answer, string? Refusal)> AskAsync<T>(HttpClient client, string path, object request)
    {
        while (true)
        {
            try
            {
                using var response = await client.PostAsync(new Uri(url(), $"/api/offices/{Seocho.Office}/{path}"), JsonContent.Create(request, request.GetType()));
                if (response.IsSuccessStatusCode)
                {
                    return (await response.Content.ReadFromJsonAsync<T>(), null);
                }

                if ((int)response.StatusCode < 500)
                {
                    var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
                    return (default, problem.GetProperty("code").GetString());
                }
            }
            catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException)
            {
                // Nobody knows whether it was carried out: the same request id will tell.
            }

            await Task.Delay(20);
        }
    }

    private HttpClient Client() => new(new SocketsHttpHandler
    {
        CookieContainer = _cookies,
        PooledConnectionLifetime = newConnections ? TimeSpan.Zero : Timeout.InfiniteTimeSpan,
    })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };
}
