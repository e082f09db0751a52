using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Crashes;

/// <summary>A clerk's console: one connection to the counter hub, made anew over whatever node it comes to whenever it is lost.</summary>
internal sealed class Console(Func<Uri> url, CookieContainer cookies, string counter) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private HubConnection? _connection;

    /// <summary>Asks until there is an answer, with the same request id: the answer, or the code of a refusal.</summary>
    public async Task<(CommandReply? Answer, string? Refusal)> AskAsync(string verb, ICommandRequest request)
    {
        while (true)
        {
            try
            {
                var reply = await SendAsync(new HubDoor(await ConnectedAsync()), verb, request).WaitAsync(Patience);
                if (reply.Problem?.Code is not (ProblemCodes.Unavailable or ProblemCodes.Unknown or ProblemCodes.ClockSkew))
                {
                    return reply.Problem is { } problem ? (null, problem.Code) : (reply, null);
                }
            }
            catch (Exception error) when (error is HubException or HttpRequestException or IOException or WebSocketException or TimeoutException
                or OperationCanceledException or InvalidOperationException)
            {
                // Nobody knows whether it was carried out: the same request id will tell, over another connection.
                await DisposeAsync();
            }

            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    private async Task<HubConnection> ConnectedAsync()
    {
        if (_connection is null)
        {
            var connection = new HubConnectionBuilder()
                .WithUrl(new Uri(url(), Routes.CounterHub), options =>
                {
                    options.Cookies = cookies;
                    options.SkipNegotiation = true;
                    options.Transports = HttpTransportType.WebSockets;
                })
                .Build();
            _connection = connection;
            await connection.StartAsync();
            _ = await new HubDoor(connection).Attach(Seocho.Office, counter, "ko") ?? throw new InvalidOperationException("The console was sent away.");
        }

        return _connection;
    }

    private static Task<CommandReply> SendAsync(HubDoor door, string verb, ICommandRequest request) => verb switch
    {
        "open" => door.Open((OpenCounterRequest)request),
        "call-next" => door.CallNext((CallNextRequest)request),
        "recall" => door.Recall((TicketRequest)request),
        "requeue" => door.Requeue((RequeueRequest)request),
        "start" => door.Start((TicketRequest)request),
        "complete" => door.Complete((CompleteRequest)request),
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "not a command of the load"),
    };
}
