using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Offices;

namespace QueueHub.Tickets.Commands;

/// <summary>Which forms a service takes: its own, of the present version, complete by the rules that the phone's pages apply as well.</summary>
public sealed class FormGate(IOffices offices, TimeProvider time)
{
    /// <summary>Null when the form is taken, otherwise the code why not.</summary>
    public (string? Code, FormCheck? Check) Check(OfficeDocument office, ServiceDefinition? service, FormAnswers answers)
    {
        if (Template(service, answers) is not { } template)
        {
            return (ProblemCodes.UnknownForm, null);
        }

        var check = FormRules.Check(template, answers.Values, OfficeClock.Date(office, time.GetUtcNow()));
        return (check.Ok ? null : ProblemCodes.FormInvalid, check);
    }

    /// <summary>The form that a service asks for, if these answers are to it in its present version; otherwise null.</summary>
    public FormTemplate? Template(ServiceDefinition? service, FormAnswers answers) =>
        Template(service) is { } template && answers.Template == template.Id && template.Version == answers.TemplateVersion ? template : null;

    /// <summary>The form that a service asks for; null when it asks for none.</summary>
    public FormTemplate? Template(ServiceDefinition? service) => service?.Form is { } id ? offices.Form(id) : null;
}
