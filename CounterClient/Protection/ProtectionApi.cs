using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Protection;

namespace CounterClient;

/// <summary>The doors of an office's recovery room and incident record.</summary>
public interface IProtectionApi
{
    /// <summary>The room: free or taken until when, and the bookings that the caller may see.</summary>
    Task<DoorAnswer<RecoveryRoom>> RoomAsync(string office, CancellationToken stop);

    Task<DoorAnswer<RecoveryRoom>> BookAsync(string office, RecoveryRequest request, string language, CancellationToken stop);

    Task<DoorAnswer<RecoveryRoom>> CancelAsync(string office, string booking, string language, CancellationToken stop);

    /// <summary>The incidents that the caller may read, newest first.</summary>
    /// <param name="before">The page after <see cref="IncidentPage.Next"/>; null: the first one.</param>
    Task<DoorAnswer<IncidentPage>> IncidentsAsync(string office, long? before, CancellationToken stop);

    Task<DoorAnswer<Incident>> ReportAsync(string office, IncidentRequest request, string language, CancellationToken stop);

    Task<DoorAnswer<Incident>> NoteAsync(string office, string incident, IncidentNoteRequest request, string language, CancellationToken stop);

    /// <summary>Whether the record is as it was written; for supervisors.</summary>
    Task<DoorAnswer<ChainCheck>> CheckAsync(string office, CancellationToken stop);
}

/// <inheritdoc cref="IProtectionApi"/>
public sealed class ProtectionApi(HttpClient http, TimeProvider time) : IProtectionApi
{
    private readonly JsonDoor _door = new(http, time, CounterJson.Default);

    public Task<DoorAnswer<RecoveryRoom>> RoomAsync(string office, CancellationToken stop) =>
        _door.AskAsync<RecoveryRoom>(HttpMethod.Get, Room(office), null, stop);

    public Task<DoorAnswer<RecoveryRoom>> BookAsync(string office, RecoveryRequest request, string language, CancellationToken stop) =>
        _door.AskAsync<RecoveryRoom>(HttpMethod.Post, $"{Room(office)}?lang={language}", request, stop);

    public Task<DoorAnswer<RecoveryRoom>> CancelAsync(string office, string booking, string language, CancellationToken stop) =>
        _door.AskAsync<RecoveryRoom>(HttpMethod.Delete, $"{Room(office)}?booking={Uri.EscapeDataString(booking)}&lang={language}", null, stop);

    public Task<DoorAnswer<IncidentPage>> IncidentsAsync(string office, long? before, CancellationToken stop) =>
        _door.AskAsync<IncidentPage>(HttpMethod.Get, before is { } seq ? $"{Incidents(office)}?before={seq}" : Incidents(office), null, stop);

    public Task<DoorAnswer<Incident>> ReportAsync(string office, IncidentRequest request, string language, CancellationToken stop) =>
        _door.AskAsync<Incident>(HttpMethod.Post, $"{Incidents(office)}?lang={language}", request, stop);

    public Task<DoorAnswer<Incident>> NoteAsync(string office, string incident, IncidentNoteRequest request, string language, CancellationToken stop) =>
        _door.AskAsync<Incident>(HttpMethod.Post, $"{Incidents(office)}/{Uri.EscapeDataString(incident)}/notes?lang={language}", request, stop);

    public Task<DoorAnswer<ChainCheck>> CheckAsync(string office, CancellationToken stop) =>
        _door.AskAsync<ChainCheck>(HttpMethod.Get, $"{Incidents(office)}/check", null, stop);

    /// <summary>Where the document of an incident is, for a page of its own.</summary>
    public static string Document(string office, string incident, string language) =>
        $"{Incidents(office)}/{Uri.EscapeDataString(incident)}/document?lang={language}";

    private static string Room(string office) => $"/api/offices/{Uri.EscapeDataString(office)}/recovery";

    private static string Incidents(string office) => $"/api/offices/{Uri.EscapeDataString(office)}/incidents";
}
