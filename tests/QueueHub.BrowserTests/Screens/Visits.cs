using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests.Screens;

/// <summary>What other citizens and clerks do meanwhile, behind the doors.</summary>
internal static class Visits
{
    /// <summary>Somebody takes a number and is called.</summary>
    public static async Task<long> CallNextOfAsync(this ICounterHub clerk, Scene scene, string service = Seocho.Service)
    {
        await scene.Citizens.IssueAsync(service);
        return await clerk.CalledAsync();
    }

    /// <summary>The next one is called.</summary>
    public static async Task<long> CalledAsync(this ICounterHub clerk) => (await clerk.CallNext(Seocho.CallNext())).Ticket!.Value;

    /// <summary>The next one is called and comes.</summary>
    public static async Task<long> ServedAsync(this ICounterHub clerk)
    {
        var ticket = await clerk.CalledAsync();
        Assert.True((await clerk.Start(Seocho.Request(ticket))).Ok);
        return ticket;
    }

    public static async Task CompleteAsync(this ICounterHub clerk, long ticket) =>
        Assert.True((await clerk.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket))).Ok);
}
