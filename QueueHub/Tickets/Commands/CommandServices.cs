using QueueHub.Tickets.Arrival;
using QueueHub.Tickets.Commands.Counter;
using QueueHub.Tickets.Commands.Moves;
using QueueHub.Tickets.Doors;

namespace QueueHub.Tickets.Commands;

/// <summary>The commands and their doors.</summary>
public static class CommandServices
{
    public static void AddCommands(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<DayKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<DayKeeper>());
        services.AddSingleton<Submissions>();
        services.AddSingleton<TicketToken>();
        services.AddSingleton<HereSecrets>();
        services.AddSingleton<HereCookie>();
        services.AddSingleton<PhoneHolds>();
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<FormEdits>();
        services.AddSingleton<FormGate>();
        services.AddSingleton<FormViews>();
        services.AddSingleton<SignForm>();
        services.AddSingleton<PreparedForms>();
        services.AddSingleton<ICitizenCommands, CitizenCommands>();
        services.AddSingleton<RateVisit>();
        services.AddSingleton<CounterDoor>();
        services.AddSingleton<OpenCounter>();
        services.AddSingleton<PauseCounter>();
        services.AddSingleton<CloseCounter>();
        services.AddSingleton<SetServices>();
        services.AddSingleton<CallNext>();
        services.AddSingleton<CallTicket>();
        services.AddSingleton<Recall>();
        services.AddSingleton<StartService>();
        services.AddSingleton<Complete>();
        services.AddSingleton<NoShow>();
        services.AddSingleton<Reinstate>();
        services.AddSingleton<Park>();
        services.AddSingleton<Resume>();
        services.AddSingleton<Transfer>();
        services.AddSingleton<Move>();
        services.AddSingleton<TicketMover>();
        services.AddHostedService<MoveResumer>();
        services.AddSingleton<MovedLinks>();
        services.AddSingleton<Requeue>();
        services.AddSingleton<CancelAtCounter>();
        services.AddSingleton<AttachForm>();
        services.AddSingleton<SetJourney>();
        services.AddSingleton<AskCorrections>();
        services.AddSingleton<Undo>();
        services.AddSingleton<SetNotice>();
        services.AddSingleton<Warn>();
        services.AddSingleton<EndVisit>();
        services.AddSingleton<RaiseAlarm>();
        services.AddSingleton<AnswerAlarm>();
        services.AddSingleton<EndAlarm>();
    }

    public static void MapCommands(this IEndpointRouteBuilder app)
    {
        app.MapCounterCommands();
        app.MapRoomCommands();
        app.MapCitizenCommands();
    }
}
