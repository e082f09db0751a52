using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Staff.Accounts;

namespace QueueHub.Staff.Pages;

/// <summary>Every word of the staff's pages that does not come from an office or a problem code.</summary>
public static class StaffTexts
{
    // Every page
    public static readonly LocalText House = new("직원 관리", "Staff");
    public static readonly LocalText People = new("직원", "People");
    public static readonly LocalText Log = new("변경 기록", "Log");
    public static readonly LocalText Pages = new("직원 관리 메뉴", "Staff pages");
    public static readonly LocalText OwnPassword = new("비밀번호 변경", "Change password");
    public static readonly LocalText SignOut = new("로그아웃", "Sign out");
    public static readonly LocalText ToCounter = new("창구 화면", "Counter");
    public static readonly LocalText District = new("구 전체", "The whole district");
    public static readonly LocalText CommandLine = new("서버 명령", "Command line");
    public static readonly LocalText OpenId = new("통합 로그인", "OpenID Connect");
    public static readonly LocalText More = new("더 보기", "Show more");
    public static readonly LocalText ToList = new("직원 목록으로", "Back to the list");
    public static readonly LocalText PressAgain = new(
        "화면이 오래되어 처리하지 못했습니다. 한 번 더 눌러 주세요.",
        "This page had grown old and nothing was done. Please press once more.");

    // Sign-in
    public static readonly LocalText SignIn = new("로그인", "Sign in");
    public static readonly LocalText SignInHelp = new(
        "직원 계정을 관리하려면 로그인해 주세요. 창구 업무는 창구 화면에서 시작합니다.",
        "Please sign in to look after staff accounts. Work at a counter begins on the counter's page.");
    public static readonly LocalText AccountName = new("아이디", "Account name");
    public static readonly LocalText Password = new("비밀번호", "Password");

    // Password
    public static readonly LocalText PasswordHelp = new(
        "바꾸면 로그인되어 있던 모든 화면에서 로그아웃됩니다.",
        "After the change you are signed out everywhere.");
    public static readonly LocalText PresentPassword = new("지금 비밀번호", "Present password");
    public static readonly LocalText PresentHelp = new("처음이시면 관리자에게 받은 일회용 비밀번호를 입력하세요.", "For the first time: the one your administrator gave you.");
    public static readonly LocalText ChosenPassword = new("새 비밀번호", "New password");
    public static readonly LocalText ChosenHelp = new("10자 이상. 긴 문장도 좋습니다.", "At least ten characters. A sentence is fine.");
    public static readonly LocalText RepeatPassword = new("새 비밀번호 확인", "New password once more");
    public static readonly LocalText PasswordsDiffer = new("새 비밀번호와 확인이 서로 다릅니다.", "The new password was not typed the same twice.");
    public static readonly LocalText PasswordChanged = new("비밀번호를 바꾸었습니다", "Your password was changed");
    public static readonly LocalText PasswordChangedHelp = new("이제 새 비밀번호로 로그인해 주세요.", "Please sign in with the new one.");

    // List
    public static readonly LocalText NewPerson = new("새 직원 등록", "Add a person");
    public static readonly LocalText Search = new("이름 또는 아이디", "Name or account name");
    public static readonly LocalText SearchButton = new("찾기", "Search");
    public static readonly LocalText Office = new("민원실", "Office");
    public static readonly LocalText AllOffices = new("모든 민원실", "All offices");
    public static readonly LocalText Nobody = new("조건에 맞는 직원이 없습니다.", "Nobody matches.");
    public static readonly LocalText Name = new("이름", "Name");
    public static readonly LocalText Roles = new("역할", "Roles");
    public static readonly LocalText State = new("상태", "State");
    public static readonly LocalText LastSignIn = new("마지막 로그인", "Last sign-in");
    public static readonly LocalText Never = new("없음", "Never");
    public static readonly LocalText InUse = new("사용 중", "Active");
    public static readonly LocalText IsDisabled = new("사용 중지", "Disabled");
    public static readonly LocalText IsLocked = new("잠김", "Locked");
    public static readonly LocalText MustChange = new("비밀번호 변경 전", "New password due");
    public static readonly LocalText NoRole = new("역할 없음", "No role");

    // New
    public static readonly LocalText NewHelp = new(
        "등록하면 일회용 비밀번호가 한 번 표시됩니다. 본인에게 직접 전해 주세요.",
        "A password for one use is then shown once. Please hand it to the person yourself.");
    public static readonly LocalText AccountNameHelp = new(
        "영문 소문자와 숫자. 로그인할 때 쓰며 바꿀 수 없습니다.",
        "Lower-case letters and digits. Used to sign in; it cannot be changed.");
    public static readonly LocalText DisplayName = new("이름(표시)", "Person's name");
    public static readonly LocalText Where = new("근무지", "Where");
    public static readonly LocalText Choose = new("선택해 주세요", "Please choose");
    public static readonly LocalText Role = new("역할", "Role");
    public static readonly LocalText Create = new("등록하기", "Add");
    public static readonly LocalText Made = new("일회용 비밀번호", "Password for one use");
    public static readonly LocalText MadeHelp = new(
        "지금만 표시됩니다. 본인에게 직접 전해 주세요. 처음 로그인할 때 새 비밀번호로 바꿔야 합니다.",
        "It is shown only now. Please hand it to the person yourself; it must be changed at the first sign-in.");
    public static readonly LocalText ChangeAt = new("비밀번호를 바꾸는 주소", "Where to change it");

    // Person
    public static readonly LocalText Account = new("계정", "Account");
    public static readonly LocalText Save = new("저장", "Save");
    public static readonly LocalText Revoke = new("해제", "Remove");
    public static readonly LocalText Grant = new("역할 주기", "Give a role");
    public static readonly LocalText GrantButton = new("주기", "Give");
    public static readonly LocalText GrantHelp = new("같은 근무지의 역할은 새 역할로 바뀝니다.", "It takes the place of the role held there.");
    public static readonly LocalText Reset = new("비밀번호 초기화", "Reset the password");
    public static readonly LocalText ResetHelp = new(
        "지금 비밀번호는 못 쓰게 되고, 로그인되어 있던 화면은 모두 로그아웃됩니다. 일회용 비밀번호가 한 번 표시됩니다.",
        "The present password is void and the person is signed out everywhere. A password for one use is shown once.");
    public static readonly LocalText ResetYes = new("초기화하기", "Reset it");
    public static readonly LocalText Unlock = new("잠금 풀기", "Unlock");
    public static readonly LocalText Disable = new("계정 사용 중지", "Disable the account");
    public static readonly LocalText DisableHelp = new(
        "바로 로그아웃되고 더 이상 로그인할 수 없습니다. 기록은 남으며 언제든 다시 사용할 수 있습니다.",
        "The person is signed out at once and cannot sign in. Records stay, and the account can be enabled again.");
    public static readonly LocalText DisableYes = new("사용 중지하기", "Disable it");
    public static readonly LocalText Enable = new("다시 사용하기", "Enable again");
    public static readonly LocalText OnlyRoles = new(
        "다른 민원실에서도 근무하는 직원입니다. 여기서는 관리하시는 민원실의 역할만 바꿀 수 있습니다.",
        "This person works at other offices too: only roles at your offices are yours to change.");
    public static readonly LocalText Yourself = new(
        "본인의 계정입니다. 역할과 상태는 다른 관리자만 바꿀 수 있습니다.",
        "This is your own account: its roles and state are for another administrator to change.");

    // Log
    public static readonly LocalText At = new("일시", "When");
    public static readonly LocalText By = new("처리자", "By");
    public static readonly LocalText Whose = new("대상", "Whose");
    public static readonly LocalText What = new("내용", "What");
    public static readonly LocalText NoLog = new("아직 기록이 없습니다.", "Nothing yet.");
    public static readonly LocalText LogHelp = new("기록은 고칠 수 없으며 3년 동안 보관합니다.", "The log cannot be changed and is kept for three years.");

    public static LocalText RevokeAt(string office) => new($"{office} 역할 해제", $"Remove the role: {office}");

    public static LocalText AndOthers(string office, int others) => new($"{office} 외 {others}곳", $"{office} and {others} more");

    public static LocalText MadeFor(string name) => new($"{name} 님의 일회용 비밀번호", $"A password for {name}");

    public static LocalText LockedUntil(string time) => new($"{time}까지 잠김", $"Locked until {time}");

    public static LocalText Of(StaffRole role) => role switch
    {
        StaffRole.Clerk => new("창구 직원", "Clerk"),
        StaffRole.Supervisor => new("책임자", "Supervisor"),
        StaffRole.Administrator => new("관리자", "Administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };

    /// <summary>A word of the log.</summary>
    public static LocalText Of(string action) => action switch
    {
        StaffAction.Created => new("계정 등록", "Account added"),
        StaffAction.Renamed => new("이름 변경", "Name changed"),
        StaffAction.Disabled => new("사용 중지", "Disabled"),
        StaffAction.Enabled => new("다시 사용", "Enabled"),
        StaffAction.Granted => new("역할 부여", "Role given"),
        StaffAction.Revoked => new("역할 해제", "Role removed"),
        StaffAction.PasswordReset => new("비밀번호 초기화", "Password reset"),
        StaffAction.PasswordChanged => new("비밀번호 변경", "Password changed"),
        StaffAction.Unlocked => new("잠금 해제", "Unlocked"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No such action."),
    };

    /// <summary>What is said after a change that was made.</summary>
    public static LocalText? Done(string? action) => action switch
    {
        StaffAction.Renamed => new("이름을 저장했습니다.", "The name was saved."),
        StaffAction.Disabled => new("계정 사용을 중지했습니다.", "The account was disabled."),
        StaffAction.Enabled => new("계정을 다시 사용할 수 있습니다.", "The account is enabled again."),
        StaffAction.Granted => new("역할을 주었습니다.", "The role was given."),
        StaffAction.Revoked => new("역할을 해제했습니다.", "The role was removed."),
        StaffAction.Unlocked => new("잠금을 풀었습니다.", "The account was unlocked."),
        _ => null,
    };
}
