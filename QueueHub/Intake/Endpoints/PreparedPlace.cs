using QueueHub.Contracts;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Commands;

namespace QueueHub.Intake.Endpoints;

/// <summary>The prepared form behind a link.</summary>
/// <param name="Service">The one it was begun for.</param>
/// <param name="Address">Path of its page; contains the token.</param>
internal sealed record PreparedPlace(OfficeDocument Office, ServiceDefinition Service, PreparedForm Prepared, string Token, string Address)
{
    /// <summary>The form, or the code why there is none. Nobody learns from it whether a wrong token was close.</summary>
    public static async Task<(PreparedPlace? Place, OfficeDocument? Office, string Code)> FindAsync(
        string office, string token, IOffices offices, PreparedForms forms)
    {
        if (offices.Find(office) is not { } document)
        {
            return (null, null, ProblemCodes.UnknownOffice);
        }

        return await forms.ReadAsync(document, token) is { } prepared && document.Service(prepared.Service) is { } service
            ? (new PreparedPlace(document, service, prepared, token, $"/{document.Slug}/f/{token}"), document, "")
            : (null, document, ProblemCodes.UnknownPreparedForm);
    }
}
