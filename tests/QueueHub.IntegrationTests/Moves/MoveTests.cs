using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;
using QueueHub.Tickets.Commands.Counter;
using QueueHub.Tickets.Commands.Moves;
using QueueHub.Tickets.Rows;

namespace QueueHub.IntegrationTests.Moves;

/// <summary>A ticket moved to another office: one there, one ended here, whatever breaks in between.</summary>
public partial class MoveTests(EngineFixture engines)
{
    private const string There = "banpo-1";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_citizen_with_a_form_is_led_to_the_new_number_at_the_other_office()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var citizen = hub.NewClient();
        citizen.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ko");
        var answers = hub.FilledForm();
        var issued = await citizen.IssueAsync(form: answers);
        var (kim, _) = await hub.SignInAsync("kim");
        using var clerk = kim;
        var door = new HttpDoor(clerk, Seocho.Office, "1");
        await door.Open(new OpenCounterRequest(Seocho.NewRequestId()));
        var ticket = (await door.CallNext(Seocho.CallNext())).Ticket!.Value;

        var request = new MoveRequest(Seocho.NewRequestId(), ticket, There, "resident");
        var moved = await door.Move(request);

        Assert.Null(moved.Problem);
        Assert.NotNull(moved.NumberThere);
        Assert.Equal(moved, await door.Move(request));
        Assert.Equal(ProblemCodes.UndoTooLate, (await door.Undo(Seocho.Request(ticket))).Problem?.Code);
        var office = hub.Services.GetRequiredService<IOffices>().Find(There)!;
        await hub.CaughtUpAsync();
        var page = WebUtility.HtmlDecode(await citizen.GetStringAsync(issued.Url));
        Assert.Contains($"{office.Name.Ko} 번호 {moved.NumberThere}", page, StringComparison.Ordinal);
        var link = NewLink().Match(page).Value;
        var state = await hub.CaughtUpAsync(There);
        using var there = await citizen.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);

        var row = state.ByToken(TicketToken.Hash(link[^32..]))!;
        Assert.Equal((moved.NumberThere!.Value, "resident-register", answers.Values.Count), (row.Number, row.Form!.Template, row.Form.Fields));
        var form = await hub.Services.GetRequiredService<Submissions>().ReadAsync(There, row);
        Assert.Equal(answers.Values["name"], form!.Answers.Values["name"]);
        Assert.True((await door.CallNext(Seocho.CallNext())).Problem?.Code is ProblemCodes.NobodyWaiting, "the counter is free");
    }

    [Fact]
    public async Task What_was_written_and_not_submitted_comes_along_too()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var office = Office(hub);
        var ticket = await WaitingAsync(hub, "1");
        await hub.Services.GetRequiredService<ICitizenCommands>().EditFormAsync(
            office, (await hub.CaughtUpAsync()).Tickets[ticket], [new("name", 0, ["홍길동"])], Citizen);
        await ServingAsync(hub, "1");

        var moved = (await MoveAsync(hub, "1", ticket)).Event!.Tickets![0].Moved!;

        var row = (await hub.CaughtUpAsync(There)).Tickets[moved.Ordinal];
        Assert.Null(row.Form);
        Assert.Equal(["홍길동"], (await hub.Services.GetRequiredService<Submissions>().ReadAsync(There, row))!.Answers.Values["name"]);
    }

    [Fact]
    public async Task A_node_that_dies_after_any_step_leaves_one_ticket_there_and_one_ended_here()
    {
        const int Rounds = 3;
        string[] steps = [nameof(ITicketQueue.MoveOutAsync), nameof(ITicketQueue.IssueAsync), nameof(ITicketQueue.MovedAsync)];
        var cuts = new ConcurrentDictionary<long, string>();
        await using var dying = await new HubFactory(engines).With(services => CutQueue.AddTo(services, cuts)).StartAsync();
        await using var other = await new HubFactory(engines).Beside(dying).StartAsync();
        var tickets = new List<long>();
        for (var round = 0; round < Rounds; round++)
        {
            var served = new List<(string Counter, long Ticket)>();
            for (var counter = 1; counter <= 6; counter++)
            {
                var place = $"{counter}";
                var ticket = await WaitingAsync(dying, place);
                await ServingAsync(dying, place);
                cuts[ticket] = steps[(counter + round) % steps.Length];
                served.Add((place, ticket));
            }

            await Task.WhenAll(served.Select(pair => MoveAsync(dying, pair.Counter, pair.Ticket)));
            tickets.AddRange(served.Select(pair => pair.Ticket));
            await Eventually.TrueAsync(
                () => tickets.All(ticket => States(other).Current(Seocho.Office)?.Tickets.GetValueOrDefault(ticket) is { Moved: not null, State: TicketState.Done }),
                "the other node has finished every move", Limit);
        }

        await Eventually.TrueAsync(() => States(other).Current(There)?.Tickets.Count >= tickets.Count, "it has read them there");
        var here = States(other).Current(Seocho.Office)!;
        var there = States(other).Current(There)!;
        Assert.Equal(tickets.Order(), there.Tickets.Values.Select(row => row.Origin!.Ordinal).Order());
        Assert.All(there.Tickets.Values, row => Assert.Equal(
            new TicketMoved(There, row.Number, row.Ordinal), here.Tickets[row.Origin!.Ordinal].Moved));
        Assert.All(here.Counters.Values, counter => Assert.Null(counter.Ticket));
        Assert.Equal(tickets.Count, here.Counters.Values.Sum(counter => counter.Done));
        foreach (var ticket in tickets)
        {
            var link = await other.Services.GetRequiredService<MovedLinks>().ReadAsync(Seocho.Office, here.Tickets[ticket]);
            Assert.Equal(here.Tickets[ticket].Moved!.Ordinal, there.ByToken(TicketToken.Hash(link!.Address![^32..]))!.Ordinal);
        }
    }

    [Fact]
    public async Task Two_clicks_at_once_on_two_nodes_are_one_move()
    {
        await using var one = await new HubFactory(engines).StartAsync();
        await using var two = await new HubFactory(engines).Beside(one).StartAsync();
        for (var round = 0; round < 5; round++)
        {
            var ticket = await WaitingAsync(one, "1");
            await ServingAsync(one, "1");

            var clicks = await Task.WhenAll(new[] { one, two }.Select(node => Task.Run(() => MoveAsync(node, "1", ticket))));

            Assert.Single(clicks, click => click.Ok);
            Assert.Contains(clicks.Single(click => !click.Ok).Code, new[] { ProblemCodes.TicketMoving, ProblemCodes.WrongState, ProblemCodes.NotAtCounter });
            await Eventually.TrueAsync(() => States(one).Current(There)?.Tickets.Count == round + 1, "one ticket a round");
        }
    }

    [Fact]
    public async Task A_ticket_that_the_other_office_refuses_for_good_goes_on_here_and_can_be_moved_elsewhere()
    {
        // Nobody takes the mark away before it has been seen.
        await using var hub = await new HubFactory(engines)
            .With(services => services.Remove(services.Single(service => service.ImplementationType == typeof(MoveResumer)))).StartAsync();
        using var resumer = ActivatorUtilities.CreateInstance<MoveResumer>(hub.Services);
        var ticket = await WaitingAsync(hub, "1");
        await ServingAsync(hub, "1");
        var runner = hub.Services.GetRequiredService<CommandRunner>();
        var seat = SeatAt(hub, "1");

        // The service has gone from the other office just after it was looked for.
        var marked = await runner.RunAsync(seat.Office, seat.Caller, (queue, context) => queue.MoveOutAsync(context, "1", ticket, There, "gone"));
        Assert.Equal(ProblemCodes.TicketMoving, (await hub.Services.GetRequiredService<Complete>().RunAsync(
            seat, new CompleteRequest(Seocho.NewRequestId(), ticket))).Code);
        await resumer.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(
            () => States(hub).Current(Seocho.Office)!.Tickets[ticket] is { Moving: null, MoveRefused: ProblemCodes.UnknownService, State: TicketState.Serving },
            "the mark is taken away", Limit);

        Assert.Equal(ProblemCodes.MoveRefused, (await hub.Services.GetRequiredService<TicketMover>().FinishAsync(seat.Office, marked.Ticket!)).Code);
        Assert.True((await MoveAsync(hub, "1", ticket)).Ok);
        await Eventually.TrueAsync(() => States(hub).Current(There)?.Tickets.Count == 1, "it has its number there");
        await resumer.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("nowhere", "resident", ProblemCodes.UnknownOffice)]
    [InlineData(There, "passport", ProblemCodes.UnknownService)]
    [InlineData(Seocho.Office, "tax", ProblemCodes.InvalidRequest)]
    public async Task What_cannot_be_is_refused_before_anything_is_done(string office, string service, string code)
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        var ticket = await WaitingAsync(hub, "1");
        await ServingAsync(hub, "1");

        var refused = await MoveAsync(hub, "1", ticket, office, service);

        Assert.Equal(code, refused.Code);
        Assert.Null((await hub.CaughtUpAsync()).Tickets[ticket].Moves);
    }

    private static readonly Caller Citizen = new("citizen", "a phone", Channels.Phone, "ko");

    private static IOfficeStates States(RunningHub hub) => hub.Services.GetRequiredService<IOfficeStates>();

    private static OfficeDocument Office(RunningHub hub) => hub.Services.GetRequiredService<IOffices>().Find(Seocho.Office)!;

    private static Seat SeatAt(RunningHub hub, string counter) =>
        new(Office(hub), Office(hub).Counter(counter)!, new Caller($"staff:clerk{counter}", $"clerk{counter}", Channels.Clerk, "ko"));

    // Somebody who waits, and an open counter.
    private static async Task<long> WaitingAsync(RunningHub hub, string counter)
    {
        var issued = await hub.Services.GetRequiredService<ICitizenCommands>().IssueAsync(
            Office(hub), new IssueRequest(Seocho.NewRequestId(), Seocho.Service), Citizen);
        Assert.Null(issued.Code);
        Assert.Null((await hub.Services.GetRequiredService<OpenCounter>().RunAsync(
            SeatAt(hub, counter), new OpenCounterRequest(Seocho.NewRequestId(), [Seocho.Service]))).Code);
        return issued.Ticket!.Ordinal;
    }

    private static async Task ServingAsync(RunningHub hub, string counter)
    {
        var called = await hub.Services.GetRequiredService<CallNext>().RunAsync(SeatAt(hub, counter), Seocho.CallNext());
        Assert.Null(called.Code);
        Assert.Null((await hub.Services.GetRequiredService<StartService>().RunAsync(
            SeatAt(hub, counter), Seocho.Request(called.Event!.Tickets![0].Ordinal))).Code);
    }

    private static Task<Outcome> MoveAsync(RunningHub hub, string counter, long ticket, string office = There, string service = "resident") =>
        hub.Services.GetRequiredService<Move>().RunAsync(SeatAt(hub, counter), new MoveRequest(Seocho.NewRequestId(), ticket, office, service));

    [GeneratedRegex($"/{There}/t/[0-9a-f]{{32}}")]
    private static partial Regex NewLink();
}
