using System.Text.Json.Nodes;
using QueueHub.Offices.Documents;

namespace QueueHub.UnitTests.Offices;

public class FormTemplateTests
{
    [Fact]
    public void The_shipped_form_is_sound()
    {
        var (configuration, complaints) = Read(SeedDocuments.Form());

        Assert.Empty(complaints);
        Assert.Equal(4, configuration.Form("resident-register")!.Steps.Count);
        Assert.Same(configuration.Form("resident-register"), configuration.Form("resident-register", 1));
        Assert.Null(configuration.Form("resident-register", 2));
    }

    [Fact]
    public void The_shipped_form_does_not_ask_for_a_resident_registration_number() =>
        Assert.DoesNotContain(
            Read(SeedDocuments.Form()).Configuration.Form("resident-register")!.Fields,
            field => field.Label.Ko.Contains("주민등록번호", StringComparison.Ordinal));

    [Theory]
    [InlineData("id", "\"A form\"", "id: 'A form' must be")]
    [InlineData("version", "0", "version: must be 1 or more")]
    [InlineData("steps", "[]", "steps: must be at least one")]
    [InlineData("steps.1.id", "\"request\"", "steps[1].id: 'request' stands there twice")]
    [InlineData("steps.1.shownWhen.field", "\"nothing\"", "steps[1].shownWhen.field: there is no field 'nothing' before this")]
    [InlineData("steps.1.shownWhen.field", "\"householdAddresses\"", "steps[1].shownWhen.field: there is no field 'householdAddresses' before this")]
    [InlineData("steps.1.shownWhen.anyOf.0", "\"both\"", "steps[1].shownWhen.anyOf[0]: 'both' is no answer of 'document'")]
    [InlineData("steps.1.shownWhen.field", "\"copies\"", "steps[1].shownWhen.field: 'copies' is not a choice")]
    [InlineData("steps.0.fields.2.shownWhen.anyOf", "[]", "steps[0].fields[2].shownWhen.anyOf: must name a value")]
    [InlineData("steps.0.fields.2.shownWhen.field", "\"copies\"", "steps[0].fields[2].shownWhen.field: there is no field 'copies' before this")]
    [InlineData("steps.3.fields.0.id", "\"purpose\"", "steps[3].fields[0].id: 'purpose' stands there twice")]
    [InlineData("steps.3.fields.0.id", "\"__proto__\"", "steps[3].fields[0].id: '__proto__' must be")]
    [InlineData("steps.3.fields.0.type", "\"secret\"", "steps[3].fields[0].type: ")]
    [InlineData("steps.3.fields.0.pattern", "\"(\"", "steps[3].fields[0].pattern: is not a usable pattern")]
    [InlineData("steps.3.fields.0.pattern", "\"(a)\\\\1\"", "steps[3].fields[0].pattern: is not a usable pattern")]
    [InlineData("steps.3.fields.0.pattern", "\"(?=a)b\"", "steps[3].fields[0].pattern: is not a usable pattern")]
    [InlineData("steps.3.fields.0.maxLength", "0", "steps[3].fields[0].maxLength: must be 1 to 2000")]
    [InlineData("steps.3.fields.0.options", "[{\"value\":\"a\",\"label\":{\"ko\":\"가\",\"en\":\"a\"}}]", "steps[3].fields[0].options: are for choices only")]
    [InlineData("steps.3.fields.0.autocomplete", "\"on\\\" onfocus=\\\"x\"", "steps[3].fields[0].autocomplete: must be HTML autocomplete tokens")]
    [InlineData("steps.3.fields.1.pattern", "\"a\"", "steps[3].fields[1].pattern: is for texts only")]
    [InlineData("steps.0.fields.2.min", "50", "steps[0].fields[2].max: must not be below min")]
    [InlineData("steps.0.fields.0.options", "[]", "steps[0].fields[0].options: must be at least one")]
    [InlineData("steps.0.fields.0.options.1.value", "\"household\"", "steps[0].fields[0].options[1].value: 'household' stands there twice")]
    [InlineData("steps.0.fields.0.label.en", "\"\"", "steps[0].fields[0].label.en: must not be empty")]
    [InlineData("steps.0.fields.0.requird", "true", "steps[0].fields[0].requird: ")]
    public void A_fault_is_named_with_its_place(string place, string json, string expected)
    {
        var form = SeedDocuments.Form();
        OfficeDocumentTests.Put(form, place, JsonNode.Parse(json));

        var (configuration, complaints) = Read(form);

        Assert.Empty(configuration.Forms);
        Assert.Contains(complaints, complaint => complaint.StartsWith($"Form resident-register version 1: {expected}", StringComparison.Ordinal));
    }

    private static (Configuration Configuration, IReadOnlyList<string> Complaints) Read(JsonObject form)
    {
        var complaints = new List<string>();
        return (Configuration.Read([], [new StoredForm("resident-register", 1, form.ToJsonString())], Configuration.Empty, complaints.Add), complaints);
    }
}
