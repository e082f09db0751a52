using System.Text.Json.Serialization;

namespace QueueHub.Contracts.Tickets;

/// <summary>A ticket's stored state; the transitions are in docs/ticket-states.md.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TicketState>))]
public enum TicketState
{
    /// <summary>Issued elsewhere; joins the line when presence is shown.</summary>
    [JsonStringEnumMemberName("onTheWay")] OnTheWay,
    /// <summary>In a service's line.</summary>
    [JsonStringEnumMemberName("waiting")] Waiting,
    /// <summary>Announced to a counter.</summary>
    [JsonStringEnumMemberName("called")] Called,
    /// <summary>Being served at a counter.</summary>
    [JsonStringEnumMemberName("serving")] Serving,
    /// <summary>Set aside by a clerk; keeps its score.</summary>
    [JsonStringEnumMemberName("parked")] Parked,
    /// <summary>Called, did not come; can be reinstated.</summary>
    [JsonStringEnumMemberName("noShow")] NoShow,
    /// <summary>Finished. Final.</summary>
    [JsonStringEnumMemberName("done")] Done,
    /// <summary>Given up by the citizen or the office. Final.</summary>
    [JsonStringEnumMemberName("cancelled")] Cancelled,
    /// <summary>Still living when the day was closed. Final.</summary>
    [JsonStringEnumMemberName("expired")] Expired,
}

/// <summary>What a counter does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CounterState>))]
public enum CounterState
{
    [JsonStringEnumMemberName("closed")] Closed,
    [JsonStringEnumMemberName("open")] Open,
    /// <summary>Held by its clerk, but calling nobody.</summary>
    [JsonStringEnumMemberName("paused")] Paused,
}
