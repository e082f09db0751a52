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
        Assert.Equal(6, configuration.Form("resident-register")!.Steps.Count);
        Assert.Same(configuration.Form("resident-register"), configuration.Form("resident-register", 3));
        Assert.Null(configuration.Form("resident-register", 4));
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
    [InlineData("steps.5.fields.0.id", "\"purpose\"", "steps[5].fields[0].id: 'purpose' stands there twice")]
    [InlineData("steps.5.fields.0.id", "\"__proto__\"", "steps[5].fields[0].id: '__proto__' must be")]
    [InlineData("steps.5.fields.0.type", "\"secret\"", "steps[5].fields[0].type: ")]
    [InlineData("steps.5.fields.0.type", "99", "steps[5].fields[0].type: there is no type 99")]
    [InlineData("steps.5.fields.0.pattern", "\"(\"", "steps[5].fields[0].pattern: is not a usable pattern")]
    [InlineData("steps.5.fields.0.pattern", "\"(a)\\\\1\"", "steps[5].fields[0].pattern: is not a usable pattern")]
    [InlineData("steps.5.fields.0.pattern", "\"(?=a)b\"", "steps[5].fields[0].pattern: is not a usable pattern")]
    [InlineData("steps.5.fields.0.pattern", "\"^\\\\d+$\"", "steps[5].fields[0].pattern: must spell out what")]
    [InlineData("steps.5.fields.0.maxLength", "0", "steps[5].fields[0].maxLength: must be 1 to 2000")]
    [InlineData("steps.5.fields.0.options", "[{\"value\":\"a\",\"label\":{\"ko\":\"가\",\"en\":\"a\"}}]", "steps[5].fields[0].options: are for choices only")]
    [InlineData("steps.5.fields.0.autocomplete", "\"on\\\" onfocus=\\\"x\"", "steps[5].fields[0].autocomplete: must be HTML autocomplete tokens")]
    [InlineData("steps.5.fields.1.pattern", "\"a\"", "steps[5].fields[1].pattern: is for texts only")]
    [InlineData("steps.5.fields.0.reuse", "\"symptoms\"", "steps[5].fields[0].reuse: must be of name (Text)")]
    [InlineData("steps.5.fields.0.reuse", "\"address\"", "steps[5].fields[0].reuse: must be of name (Text)")]
    [InlineData("steps.5.fields.4.reuse", "\"name\"", "steps[5].fields[4].reuse: must be of name (Text)")]
    [InlineData("steps.5.fields.0.reuseWhen.field", "\"phone\"", "steps[5].fields[0].reuseWhen.field: there is no field 'phone' before this")]
    [InlineData("steps.5.fields.0.reuseWhen.anyOf.0", "\"both\"", "steps[5].fields[0].reuseWhen.anyOf[0]: 'both' is no answer of 'appliedBy'")]
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
        Assert.Contains(complaints, complaint => complaint.StartsWith($"Form resident-register version 3: {expected}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "document: ")]
    [InlineData("\0", "document: ")]
    [InlineData("{", "document: ")]
    [InlineData("null", "document: must not be null")]
    [InlineData("[]", "document: ")]
    [InlineData("42", "document: ")]
    [InlineData("{} {}", "document: ")]
    [InlineData("{\"id\":\"x\"}", "document: ")]
    [InlineData("{\"id\":5}", "id: ")]
    [InlineData("{\"steps\":{}}", "steps: ")]
    [InlineData("{\"steps\":[null]}", "steps[0]: must not be null")]
    [InlineData("{\"steps\":[{\"fields\":[null]}]}", "steps[0].fields[0]: must not be null")]
    [InlineData("{\"version\":1.5}", "version: ")]
    [InlineData("{\"version\":99999999999}", "version: ")]
    [InlineData("{\"steps\":[{\"fields\":[{\"min\":1e400}]}]}", "steps[0].fields[0].min: ")]
    [InlineData("{\"steps\":[{\"fields\":[{\"type\":\"secret\"}]}]}", "steps[0].fields[0].type: ")]
    [InlineData("{\"steps\":[{\"fields\":[{\"required\":\"yes\"}]}]}", "steps[0].fields[0].required: ")]
    [InlineData("{\"title\":{\"ko\":\"\\ud800\",\"en\":\"a\"}}", "title.ko: ")]
    [InlineData("{\"title\":{\"ko\":null,\"en\":\"a\"}}", "title.ko: ")]
    [InlineData("{\"__proto__\":{}}", "__proto__: ")]
    public void A_file_that_is_no_form_is_complained_of_and_throws_nothing(string json, string expected)
    {
        var complaints = new List<string>();
        var configuration = Configuration.Read([], [new StoredForm("broken", 1, json)], Configuration.Empty, complaints.Add);

        Assert.Empty(configuration.Forms);
        Assert.Contains(complaints, complaint => complaint.StartsWith($"Form broken version 1: {expected}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_nested_without_end_is_complained_of()
    {
        var complaints = new List<string>();
        Configuration.Read([], [new StoredForm("broken", 1, new string('[', 100_000))], Configuration.Empty, complaints.Add);
        Assert.StartsWith("Form broken version 1: document: ", complaints[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("item", "null", "item: must name one entry")]
    [InlineData("item.en", "\"\"", "item.en: must not be empty")]
    [InlineData("max", "null", "max: must be 1 to 20")]
    [InlineData("max", "0", "max: must be 1 to 20")]
    [InlineData("max", "21", "max: must be 1 to 20")]
    [InlineData("max", "2.5", "max: must be 1 to 20")]
    [InlineData("max", "1", "max: must not be below min")]
    [InlineData("min", "-1", "min: must be 0 to 20")]
    [InlineData("required", "true", "required: is not for groups")]
    [InlineData("pattern", "\"a\"", "pattern: is for texts only")]
    [InlineData("type", "\"text\"", "fields: are for groups only")]
    [InlineData("fields", "[]", "fields: must have one that is required and always shown")]
    [InlineData("fields", "null", "fields: must have one that is required and always shown")]
    [InlineData("fields.0.required", "false", "fields: must have one that is required and always shown")]
    [InlineData("fields.0.id", "\"members\"", "fields[0].id: 'members' stands there twice")]
    [InlineData("fields.0.id", "\"purpose\"", "fields[0].id: 'purpose' stands there twice")]
    [InlineData("fields.0.id", "\"a.b\"", "fields[0].id: 'a.b' must be")]
    [InlineData("fields.1.id", "\"memberName\"", "fields[1].id: 'memberName' stands there twice")]
    [InlineData("fields.1.type", "\"group\"", "fields[1].type: must not be a group within a group")]
    [InlineData("fields.0.shownWhen", "{\"field\":\"relation\",\"anyOf\":[\"spouse\"]}", "fields[0].shownWhen.field: there is no field 'relation' before this")]
    [InlineData("fields.1.shownWhen", "{\"field\":\"members\",\"anyOf\":[\"spouse\"]}", "fields[1].shownWhen.field: 'members' is a group or part of one")]
    [InlineData("fields.1.label.ko", "\" \"", "fields[1].label.ko: must not be empty")]
    public void A_fault_in_a_group_is_named_with_its_place(string place, string json, string expected)
    {
        var group = Group();
        OfficeDocumentTests.Put(group, place, JsonNode.Parse(json));
        Assert.Contains(Complaints(group), complaint => complaint.StartsWith($"Form resident-register version 3: steps[5].fields[5].{expected}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sound_group_has_no_complaints_and_may_look_at_the_form_around_it()
    {
        var group = Group();
        OfficeDocumentTests.Put(group, "fields.1.shownWhen", JsonNode.Parse("""{"field":"document","anyOf":["household"]}"""));
        Assert.Empty(Complaints(group));
    }

    [Fact]
    public void What_comes_after_a_group_cannot_depend_on_one_of_its_entries() => Assert.Contains(
        Complaints(Group(), JsonNode.Parse(
            """{"id":"after","type":"text","label":{"ko":"가","en":"a"},"shownWhen":{"field":"relation","anyOf":["spouse"]}}""")!),
        complaint => complaint.EndsWith("steps[5].fields[6].shownWhen.field: 'relation' is a group or part of one", StringComparison.Ordinal));

    private static JsonObject Group() => JsonNode.Parse(
        """
        {
          "id": "members", "type": "group", "min": 2, "max": 10,
          "label": { "ko": "세대원", "en": "Members" }, "item": { "ko": "세대원", "en": "Member" },
          "fields": [
            { "id": "memberName", "type": "text", "label": { "ko": "이름", "en": "Name" }, "required": true },
            { "id": "relation", "type": "choice", "label": { "ko": "관계", "en": "Relation" },
              "options": [{ "value": "spouse", "label": { "ko": "배우자", "en": "Spouse" } }] }
          ]
        }
        """)!.AsObject();

    private static IReadOnlyList<string> Complaints(params JsonNode[] fields)
    {
        var form = SeedDocuments.Form();
        foreach (var field in fields)
        {
            form["steps"]![5]!["fields"]!.AsArray().Add(field);
        }

        return Read(form).Complaints;
    }

    private static (Configuration Configuration, IReadOnlyList<string> Complaints) Read(JsonObject form)
    {
        var complaints = new List<string>();
        return (Configuration.Read([], [new StoredForm("resident-register", 3, form.ToJsonString())], Configuration.Empty, complaints.Add), complaints);
    }
}
