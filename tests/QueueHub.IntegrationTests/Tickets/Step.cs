using CsCheck;

namespace QueueHub.IntegrationTests.Tickets;

/// <summary>What happens on the way between a node and Redis while a command is under way.</summary>
internal enum Trouble
{
    None, Slow, Cut, ReplyLost,
}

/// <summary>A deed of one of many people, at one of many nodes.</summary>
/// <param name="Person">Does one thing after the other, while the others do theirs.</param>
/// <param name="Node">Where the command goes first; an unknown outcome is asked for at the next one.</param>
/// <param name="Trouble">Only on the way of the last node.</param>
/// <param name="Again">Once answered, the same request is sent again to another node.</param>
internal sealed record Step(int Person, Deed Deed, int Node, Trouble Trouble, bool Again)
{
    public static readonly Gen<Step> Any = Gen.Select(
        Gen.Int[1, 12], Deed.Any, Gen.Int[1, Nodes.Count], Gen.OneOf(Trouble.None, Trouble.Slow, Trouble.Cut, Trouble.ReplyLost), Gen.Int[0, 4],
        (person, deed, node, trouble, again) => new Step(person, deed, node, node == Nodes.Count ? trouble : Trouble.None, again == 0));

    public override string ToString()
    {
        var road = Trouble switch
        {
            Trouble.None => "",
            Trouble.Slow => ", slowly",
            Trouble.Cut => ", while its link is cut",
            _ => ", whose reply gets lost",
        };
        return $"{Deed} (person {Person}, over node {Node}{road}{(Again ? "; asks again at another" : "")})";
    }
}
