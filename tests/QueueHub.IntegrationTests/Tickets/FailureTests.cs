using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using QueueHub.Contracts;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>
/// Redis does not roll a failed script back. So an error is raised at every call of every script: up to and including the first write, nothing may have
/// changed; after it, only writes remain that no data can refuse, which is shown by putting a wrong type under every key.
/// </summary>
public class FailureTests(EngineFixture engines)
{
    private static readonly string[] Reads =
        ["HGET", "HMGET", "HEXISTS", "HLEN", "HVALS", "HGETALL", "ZRANGE", "ZRANGEBYSCORE", "ZCOUNT", "ZCARD", "TYPE", "TIME", "INFO", "EXISTS"];
    private static readonly string[] WritesOfOneType = ["HSET", "HINCRBY", "HDEL", "ZADD", "ZREM", "ZREMRANGEBYSCORE"];
    private static readonly string[] WritesOfAnyType = ["EXPIRE", "UNLINK", "SET"];

    // What has no event begins with another write.
    private static readonly Dictionary<string, string> FirstWrites = new() { ["edit_form"] = "HSET", ["prepare_form"] = "ZADD", ["discard_form"] = "UNLINK" };

    // Confirming writes one field and no event.
    public static IEnumerable<TheoryDataRow<string>> ScriptsWithEvents => Scripts.Where(row => row.Data != "confirm");

    public static IEnumerable<TheoryDataRow<string>> Scripts => Scenarios.Names.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(ScriptsWithEvents))]
    public async Task An_error_at_any_call_up_to_the_first_write_changes_nothing_and_later_ones_cannot_happen(string script)
    {
        var (office, interceptor) = Intercepted(engines.Redis);
        var command = await Scenarios.PrepareAsync(script, office);
        var before = await Snapshot.OfAsync(office);
        var calls = new List<(string Name, string Key)>();

        var firstWrite = FirstWrites.GetValueOrDefault(script, "XADD");

        while (true)
        {
            interceptor.Prelude = RaiseAt(calls.Count + 1);
            var reply = await command();
            if (interceptor.Error is null)
            {
                // Only the bell may fail without anybody noticing; then there are no more calls.
                Assert.Null(reply.Code);
                break;
            }

            Assert.Equal(ProblemCodes.Internal, reply.Code);
            calls.Add(CallNamedIn(interceptor.Error));
            var written = calls.SkipLast(1).Any(call => call.Name == firstWrite);
            Assert.True(written || await before.EqualsNowAsync(office), $"{reply.Code} at call {calls.Count}, and something was written");
            Assert.True(!written || firstWrite != "XADD" || !await before.EqualsNowAsync(office), "an event was appended, and nobody can see it");
            await before.RestoreAsync(office);
        }

        var beforeFirstWrite = calls.TakeWhile(call => call.Name != firstWrite).ToList();
        Assert.All(beforeFirstWrite, call => Assert.Contains(call.Name, Reads));
        var seen = beforeFirstWrite.Where(call => call.Name == "TYPE").Select(call => call.Key).ToHashSet();
        Assert.True(firstWrite == "XADD" || WritesOfAnyType.Contains(firstWrite) || seen.Contains(calls[beforeFirstWrite.Count].Key));
        Assert.All(calls.Skip(beforeFirstWrite.Count + 1), call => Assert.True(
            WritesOfAnyType.Contains(call.Name) || (WritesOfOneType.Contains(call.Name) && seen.Contains(call.Key)),
            $"{call.Name} {call.Key} may fail after the event is written"));

        await OfficeTruth.HoldsAsync(office);
        interceptor.Prelude = "";
        var after = await Snapshot.OfAsync(office);
        var again = await command();
        Assert.True(again.Replayed || again.Fields?.All(field => !field.Written) == true || (again.Ok && FirstWrites.ContainsKey(script)));
        if (script != "prepare_form")
        {
            await after.UnchangedAsync(office);
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_key_of_a_wrong_type_never_leaves_half_a_command(string script)
    {
        var (office, interceptor) = Intercepted(engines.Redis);
        var command = await Scenarios.PrepareAsync(script, office);
        var before = await Snapshot.OfAsync(office);
        Assert.Null((await command()).Code);
        var keys = interceptor.Keys;
        await before.RestoreAsync(office);

        foreach (var key in keys)
        {
            await office.Database.KeyDeleteAsync(key);
            await office.Database.ListRightPushAsync(key, "a list, which no key of an office is");
            var wrong = await Snapshot.OfAsync(office);

            var reply = await command();

            if (!reply.Ok)
            {
                await wrong.UnchangedAsync(office);
            }

            await before.RestoreAsync(office);
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task All_keys_of_a_script_share_a_slot(string script)
    {
        var (office, interceptor) = Intercepted(engines.Redis);

        Assert.Null((await (await Scenarios.PrepareAsync(script, office))()).Code);

        Assert.Single(interceptor.Keys.Select(engines.Redis.HashSlot).Distinct());
    }

    [Fact]
    public void Every_command_has_a_scenario()
    {
        var commands = typeof(ITicketQueue).GetMethods()
            .Select(method => string.Concat(method.Name[..^"Async".Length].Select((letter, index) =>
                char.IsUpper(letter) ? (index == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString())));
        Assert.Equal(commands.Order(), Scenarios.Names.Order());
    }

    internal static (Office Office, ScriptInterceptor Interceptor) Intercepted(IConnectionMultiplexer redis)
    {
        var interceptor = new ScriptInterceptor(redis);
        return (new Office(redis) { Queue = new RedisTicketQueue(interceptor.Redis, NullLogger<RedisTicketQueue>.Instance) }, interceptor);
    }

    /// <summary>Scripts cannot change Redis's own table, so a local one of the same name stands in front of it.</summary>
    private static string RaiseAt(int call) => string.Create(CultureInfo.InvariantCulture, $$"""
        local redis = (function()
          local real, calls = redis, 0
          local function next_fails(command, key)
            calls = calls + 1
            return calls == {{call}} and { err = 'INJECTED ' .. command .. ' ' .. (key or '-') }
          end
          return setmetatable({
            call = function(...)
              local failure = next_fails(...)
              if failure then error(failure) end
              return real.call(...)
            end,
            pcall = function(...)
              return next_fails(...) or real.pcall(...)
            end,
          }, { __index = real })
        end)()

        """);

    private static (string Name, string Key) CallNamedIn(string error)
    {
        var words = error.Split(' ');
        Assert.Equal("INJECTED", words[0]);
        return (words[1], words[2]);
    }
}
