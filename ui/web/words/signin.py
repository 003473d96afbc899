"""Words of the sign-in page and of what a role may not do: Vietnamese, English."""

WORDS: dict[str, tuple[str, str]] = {
    "signin_title": ("Đăng nhập", "Sign in"),
    "signin_name": ("Tên người dùng", "User name"),
    "signin_password": ("Mật khẩu", "Password"),
    "signin_button": ("Đăng nhập", "Sign in"),
    "signin_wrong": (
        "Tên hoặc mật khẩu không đúng. Người quản trị có thể đặt lại mật khẩu.",
        "The name or the password is not right. An admin can set a new password.",
    ),
    "signin_often": (
        "Thử quá nhiều lần. Hãy đợi một phút rồi thử lại.",
        "Too many tries. Wait a minute and try again.",
    ),
    "signed_out": (
        "Chưa đăng nhập, hoặc phiên đã hết; hãy tải lại trang.",
        "Nobody is signed in, or the session is over; load the page again.",
    ),
    "signout": ("Đăng xuất", "Sign out"),
    "role_reader": ("người đọc", "reader"),
    "role_editor": ("người cập nhật", "editor"),
    "role_admin": ("quản trị", "admin"),
    "forbidden": (
        "Tài khoản này không được làm việc đó; cần vai trò: {role}.",
        "This account may not do that; it needs the role: {role}.",
    ),
}
