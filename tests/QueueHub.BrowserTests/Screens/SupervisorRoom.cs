namespace QueueHub.BrowserTests.Screens;

/// <summary>What a supervisor does in the room.</summary>
internal static class SupervisorRoom
{
    public static ILocator Seat(this IPage room, string counter) => room.Locator($"li[data-counter='{counter}']");
    public static ILocator Standing(this IPage room, string counter, string standing) => room.Locator($"li[data-counter='{counter}'][data-standing='{standing}']");
    public static ILocator Line(this IPage room, string service) => room.Locator($".lines [data-service='{service}']");

    /// <summary>Signs in at an address of the supervisor's.</summary>
    public static async Task SupervisorAsync(this IPage room, RunningHub hub, string name = "choi")
    {
        var (account, password) = hub.Account(name);
        await room.Locator("#name").FillAsync(account);
        await room.Locator("#password").FillAsync(password);
        await room.Locator("button[type=submit]").ClickAsync();
    }

    /// <summary>Chooses what is to be done at a counter.</summary>
    public static async Task ManageAsync(this IPage room, string counter, string action)
    {
        await room.Seat(counter).GetByRole(AriaRole.Button).ClickAsync();
        await room.Locator($"dialog[open] [data-room-action='{action}']").ClickAsync();
    }

    /// <summary>Answers the open question.</summary>
    public static async Task AnswerAsync(this IPage room, string action)
    {
        await room.Locator($"dialog[open] [data-answer='{action}']").ClickAsync();
        await Expect(room.Locator("dialog[open]")).ToHaveCountAsync(0);
    }
}
