namespace CounterClient;

/// <summary>What the browser's tab says of the desk while another window is in front.</summary>
public static class TabTitle
{
    /// <summary>Title and icon (a file of wwwroot/icons); a lost connection is said before anything else.</summary>
    public static (string Title, string Icon) Of(Desk? desk, LinkPhase link, Texts texts)
    {
        if (desk is null)
        {
            return (texts.AppName, "desk");
        }

        var here = texts.CounterName(desk.CounterId);
        if (link == LinkPhase.Lost)
        {
            return ($"! {texts.LostTab} · {here}", "lost");
        }

        return desk.Stage switch
        {
            DeskStage.Called => ($"{texts.TicketName(desk.Ticket!.Number)} {texts.Stage(desk.Stage)} · {here}", "called"),
            DeskStage.Serving => ($"{texts.TicketName(desk.Ticket!.Number)} {texts.Stage(desk.Stage)} · {here}", "serving"),
            DeskStage.Idle => ($"({desk.WaitingHere}) {texts.Waiting} · {here}", "idle"),
            DeskStage.Paused => ($"({desk.WaitingHere}) {texts.Stage(desk.Stage)} · {here}", "paused"),
            _ => ($"{texts.Stage(desk.Stage)} · {here}", "desk"),
        };
    }
}
