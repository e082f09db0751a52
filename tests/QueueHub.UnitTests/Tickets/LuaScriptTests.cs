using System.Reflection;
using System.Text.RegularExpressions;
using QueueHub.Contracts;
using QueueHub.Tickets;

namespace QueueHub.UnitTests.Tickets;

/// <summary>The scripts in the assembly: complete, composed, documented.</summary>
public partial class LuaScriptTests
{
    private const string Folder = "Lua/";
    private const string Includes = "Lua/includes/";

    private static readonly Assembly Hub = typeof(ITicketQueue).Assembly;

    // They ask Redis something and command nothing.
    private static readonly string[] Questions = ["memory", "run"];

    public static IEnumerable<TheoryDataRow<string>> Scripts => Names().Except(Questions).Select(name => new TheoryDataRow<string>(name));

    [Fact]
    public void Every_command_has_its_script_and_every_script_its_command()
    {
        var commands = typeof(ITicketQueue).GetMethods().Select(method => SnakeCase(method.Name[..^"Async".Length]));
        Assert.Equal(commands.Concat(Questions).Order(), Names().Order());

        var loaded = typeof(LuaScripts).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(field => SnakeCase(field.Name), field => (string)field.GetValue(null)!);
        Assert.Equal(Names().Order(), loaded.Keys.Order());
        Assert.All(loaded, script => Assert.Equal(LuaScripts.Load(script.Key), script.Value));
    }

    [Fact]
    public void A_script_missing_from_the_assembly_is_named() =>
        Assert.Contains("Lua/call_nobody.lua", Assert.Throws<InvalidOperationException>(() => LuaScripts.Load("call_nobody")).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Includes_stand_in_front_of_a_script_each_once(string name)
    {
        var composed = LuaScripts.Load(name);

        Assert.DoesNotContain("@include", composed, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(composed, "^local function commit", RegexOptions.Multiline));
        Assert.EndsWith(Own(name).Split("@include")[^1].Split('\n', 2)[1], composed, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_header_tells_keys_arguments_refusals_and_the_event(string name)
    {
        var own = Own(name);
        var header = string.Join('\n', own.Split('\n').TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal)));

        Assert.Matches(@"^-- [A-Z]", header);
        Assert.Contains("see includes/command", header, StringComparison.Ordinal);
        var events = Regex.Matches(own, @"commit\('(\w+)'").Select(match => match.Groups[1].Value).Distinct().ToList();
        var told = Regex.Match(header, "^-- (Event .*|No event:.*)$", RegexOptions.Multiline).Value;
        Assert.All(events, @event => Assert.Contains($"{@event} with", told, StringComparison.Ordinal));
        Assert.Contains(events.Count > 0 ? "-- Event " : "-- No event:", told, StringComparison.Ordinal);
        var refused = Regex.Match(header, "^-- Refused: (.*)$", RegexOptions.Multiline).Groups[1].Value;
        Assert.All(Codes(own), code => Assert.Contains(code, refused, StringComparison.Ordinal));
    }

    [Fact]
    public void Scripts_refuse_with_the_codes_that_clients_know()
    {
        var known = typeof(ProblemCodes).GetFields().Select(field => (string)field.GetValue(null)!).ToHashSet();
        var used = Hub.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).SelectMany(name => Codes(Text(name))).ToHashSet();

        Assert.Contains(ProblemCodes.ClockSkew, used);
        Assert.Empty(used.Except(known));
    }

    private static IEnumerable<string> Names() => Hub.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && !name.StartsWith(Includes, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..^".lua".Length]);

    private static string Own(string name) => Text($"{Folder}{name}.lua");

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Hub.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Codes(string lua) => Refusal().Matches(lua).Select(match => match.Groups[1].Value);

    private static string SnakeCase(string name) => Regex.Replace(name, "(?<!^)[A-Z]", "_$0").ToLowerInvariant();

    /// <summary>The last argument of check, or that of refuse, when it is a literal.</summary>
    [GeneratedRegex(@"(?:check\(.*, |refuse\()'(\w+)'\)")]
    private static partial Regex Refusal();
}
