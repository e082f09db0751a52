using System.Text.RegularExpressions;

namespace QueueHub.Tickets;

/// <summary>
/// The scripts of Tickets/Lua as Redis gets them: each with the files it includes in front, every file once. They are read when this class is first
/// used, which <see cref="TicketServices.AddTickets"/> does at start-up: a script missing from the assembly stops the start, not a citizen.
/// </summary>
internal static partial class LuaScripts
{
    public static readonly string OpenDay = Load("open_day");
    public static readonly string ExpireTickets = Load("expire_tickets");
    public static readonly string CloseDay = Load("close_day");
    public static readonly string Confirm = Load("confirm");
    public static readonly string Run = Load("run");
    public static readonly string Memory = Load("memory");
    public static readonly string Rebuild = Load("rebuild");
    public static readonly string OpenCounter = Load("open_counter");
    public static readonly string PauseCounter = Load("pause_counter");
    public static readonly string SetServices = Load("set_services");
    public static readonly string CloseCounter = Load("close_counter");
    public static readonly string Issue = Load("issue");
    public static readonly string Arrive = Load("arrive");
    public static readonly string Rate = Load("rate");
    public static readonly string SubmitForm = Load("submit_form");
    public static readonly string EditForm = Load("edit_form");
    public static readonly string PrepareForm = Load("prepare_form");
    public static readonly string DiscardForm = Load("discard_form");
    public static readonly string AttachForm = Load("attach_form");
    public static readonly string CallNext = Load("call_next");
    public static readonly string Call = Load("call");
    public static readonly string Recall = Load("recall");
    public static readonly string Start = Load("start");
    public static readonly string Complete = Load("complete");
    public static readonly string NoShow = Load("no_show");
    public static readonly string Reinstate = Load("reinstate");
    public static readonly string Park = Load("park");
    public static readonly string Resume = Load("resume");
    public static readonly string Transfer = Load("transfer");
    public static readonly string MoveOut = Load("move_out");
    public static readonly string Moved = Load("moved");
    public static readonly string MoveBack = Load("move_back");
    public static readonly string Requeue = Load("requeue");
    public static readonly string Cancel = Load("cancel");
    public static readonly string SetJourney = Load("set_journey");
    public static readonly string AskCorrections = Load("ask_corrections");
    public static readonly string OpenForm = Load("open_form");
    public static readonly string Undo = Load("undo");
    public static readonly string SetNotice = Load("set_notice");
    public static readonly string SignForm = Load("sign_form");
    public static readonly string Warn = Load("warn");
    public static readonly string EndVisit = Load("end_visit");
    public static readonly string RaiseAlarm = Load("raise_alarm");
    public static readonly string AnswerAlarm = Load("answer_alarm");
    public static readonly string EndAlarm = Load("end_alarm");

    /// <summary>The text of a script, includes in front.</summary>
    public static string Load(string name) => WithIncludes($"Lua/{name}.lua", []);

    /// <summary>Reads all of them now.</summary>
    public static void EnsureLoaded() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(LuaScripts).TypeHandle);

    private static string WithIncludes(string resource, HashSet<string> seen)
    {
        if (!seen.Add(resource))
        {
            return "";
        }

        using var stream = typeof(LuaScripts).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The script {resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return Include().Replace(reader.ReadToEnd(), line => WithIncludes($"Lua/includes/{line.Groups[1].Value}.lua", seen));
    }

    [GeneratedRegex(@"^--- @include (\w+)$", RegexOptions.Multiline)]
    private static partial Regex Include();
}
