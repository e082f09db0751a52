using QueueHub.Contracts;

namespace QueueHub.History.Keys.Pages;

/// <summary>The words of the pages of API keys.</summary>
public static class ApiKeyTexts
{
    public static readonly LocalText Keys = new("API 키", "API keys");
    public static readonly LocalText Help = new(
        "다른 프로그램이 통계와 내보내기를 읽을 때 쓰는 키입니다. 읽기만 할 수 있으며, 사람의 이름이나 서식 내용은 읽을 수 없습니다.",
        "Keys by which other programs read figures and exports. They only read, and never people's names or what forms say.");
    public static readonly LocalText None = new("아직 만든 키가 없습니다.", "There are no keys yet.");
    public static readonly LocalText New = new("새 키 만들기", "Make a key");
    public static readonly LocalText Name = new("사용하는 곳", "What it is for");
    public static readonly LocalText NameHelp = new("예: 구청 데이터 분석 시스템", "For example: the district's data warehouse");
    public static readonly LocalText Scope = new("읽을 수 있는 범위", "What it reads");
    public static readonly LocalText Lifetime = new("사용 기간", "Good for");
    public static readonly LocalText Make = new("만들기", "Make it");
    public static readonly LocalText Made = new("새 API 키", "The new API key");
    public static readonly LocalText MadeHelp = new(
        "지금만 표시됩니다. 프로그램의 비밀 저장소에 바로 옮겨 적어 주세요. 잃어버리면 폐기하고 새로 만들어야 합니다.",
        "It is shown only now. Please put it where your program keeps its secrets; a lost key is revoked and made anew.");
    public static readonly LocalText MadeBy = new("만든 사람", "Made by");
    public static readonly LocalText LastUsed = new("마지막 사용", "Last used");
    public static readonly LocalText Unused = new("사용한 적 없음", "Never");
    public static readonly LocalText Expires = new("만료", "Expires");
    public static readonly LocalText State = new("상태", "State");
    public static readonly LocalText Live = new("사용 중", "In use");
    public static readonly LocalText Expired = new("만료됨", "Expired");
    public static readonly LocalText Revoked = new("폐기됨", "Revoked");
    public static readonly LocalText Revoke = new("폐기하기", "Revoke");
    public static readonly LocalText WasRevoked = new("API 키를 폐기했습니다. 이제 이 키로는 아무것도 읽을 수 없습니다.", "The API key was revoked. Nothing can be read with it any more.");
    public static readonly LocalText ToList = new("API 키 목록으로", "Back to the keys");

    public static LocalText Days(int days) => new($"{days}일", $"{days} days");

    public static LocalText RevokeNamed(string name) => new($"{name} 키 폐기하기", $"Revoke the key: {name}");
}
