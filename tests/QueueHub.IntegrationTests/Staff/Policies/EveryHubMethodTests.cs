using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Live.Counters;
using QueueHub.Staff.Policies;

namespace QueueHub.IntegrationTests.Staff.Policies;

public sealed class EveryHubMethodTests(EngineFixture engines)
{
    // Whatever the hub offers, by whichever interface; attaching is what the tests begin with.
    private static readonly IReadOnlyList<MethodInfo> Methods =
        [.. typeof(CounterHub).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition() == method && !method.IsSpecialName && method.Name != nameof(ICounterHub.Attach))];

    [Fact]
    public async Task Only_who_works_at_some_office_gets_a_console_connection()
    {
        await using var scene = await StaffScene.StartAsync(engines);

        foreach (var person in scene.People)
        {
            await using var connection = scene.Hub.CounterConnection(person.Cookies);
            var refusal = await Record.ExceptionAsync(() => connection.StartAsync());
            Assert.True(person is { IsSignedIn: true, Highest: not null } == (refusal is null), $"{person.Name}: {refusal?.Message ?? "connected"}");
        }
    }

    [Fact]
    public async Task No_method_does_or_shows_anything_unless_attached_to_an_own_office_in_the_role_it_asks_for()
    {
        await using var scene = await StaffScene.StartAsync(engines);
        var before = await scene.StateAsync();

        foreach (var name in new[] { "clerk elsewhere", "administrator elsewhere" })
        {
            await using var connection = scene.Hub.CounterConnection(scene[name].Cookies);
            await connection.StartAsync();
            await AssertAllRefusedAsync(scene, connection, Methods, $"{name}, not attached");

            Assert.Null(await connection.InvokeAsync<DeskBoard?>(nameof(ICounterHub.Attach), Seocho.Office, "1", "ko"));
            await AssertAllRefusedAsync(scene, connection, Methods, $"{name}, attached nowhere");
        }

        foreach (var name in new[] { "clerk", "supervisor" })
        {
            await using var connection = scene.Hub.CounterConnection(scene[name].Cookies);
            await connection.StartAsync();
            Assert.NotNull(await connection.InvokeAsync<DeskBoard?>(nameof(ICounterHub.Attach), Seocho.Office, "1", "ko"));
            await AssertAllRefusedAsync(scene, connection, [.. Methods.Where(method => AtLeast(method) > scene[name].Here)], $"{name}, attached");
        }

        Assert.Equal(before, await scene.StateAsync());
    }

    private static async Task AssertAllRefusedAsync(StaffScene scene, HubConnection connection, IReadOnlyList<MethodInfo> methods, string who)
    {
        foreach (var method in methods)
        {
            var answer = await AnswerAsync(scene, connection, method);
            Assert.True(
                answer is null or ProblemCodes.Forbidden or ProblemCodes.UnknownOffice, $"{method.Name}, {who}: {answer}");
        }
    }

    private static StaffRole AtLeast(MethodInfo method) => method.GetCustomAttribute<RequireStaffAttribute>()?.AtLeast ?? StaffRole.Clerk;

    // The code of the problem, null for null, or else what was answered.
    private static async Task<string?> AnswerAsync(StaffScene scene, HubConnection connection, MethodInfo method)
    {
        try
        {
            var answer = await connection.InvokeCoreAsync<JsonElement?>(
                method.Name, [.. method.GetParameters().Select(parameter => Argument(parameter.ParameterType, scene.Ticket))]);
            return answer is not { ValueKind: not JsonValueKind.Null } value ? null
                : value.ValueKind == JsonValueKind.Object && value.TryGetProperty("problem", out var problem) && problem.ValueKind == JsonValueKind.Object
                    ? problem.GetProperty("code").GetString()
                : value.GetRawText();
        }
        catch (HubException error) when (error.Message.Contains("user is unauthorized", StringComparison.Ordinal))
        {
            return ProblemCodes.Forbidden;
        }
    }

    private static object Argument(Type type, long ticket) => type switch
    {
        _ when type == typeof(long) => ticket,
        _ when type == typeof(string) => "1",
        _ => new Dictionary<string, object> { ["requestId"] = Seocho.NewRequestId(), ["ticket"] = ticket, ["minutes"] = 5, ["service"] = Seocho.Service, ["changes"] = Array.Empty<object>() },
    };
}
