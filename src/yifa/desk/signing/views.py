"""登录, 修改密码."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.views import LoginView
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yifa.desk.access import staff_only
from yifa.organs.models import Staff
from yifa.pages.forms import problems


class SignInForm(AuthenticationForm):
    """登录 — nothing in it tells whether an account exists."""

    error_messages = {
        "invalid_login": "账号或者密码不对。请核对大小写后再试；忘记密码请找本单位管理员。",
        "inactive": "账号或者密码不对。请核对大小写后再试；忘记密码请找本单位管理员。",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label, self.fields["password"].label = "账号", "密码"


class SignIn(LoginView):
    """登录."""

    template_name = "desk/signing/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what stands in the way."""
        shown = super().get_context_data(**kwargs)
        return shown | {"problems": list(problems(shown["form"]))}


class NewPassword(PasswordChangeForm):
    """修改密码 — the old one, and the new one twice."""

    error_messages = PasswordChangeForm.error_messages | {
        "password_incorrect": "现在的密码不对，请重新输入",
        "password_mismatch": "两次输入的新密码不一样",
        "password_same": "新密码不能与现在的密码相同",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {"old_password": "现在的密码", "new_password1": "新密码", "new_password2": "再输入一次新密码"}
        for name, label in labels.items():
            self.fields[name].label = label

    def clean_new_password1(self) -> str:
        """An initial password is changed, not kept."""
        new: str = self.cleaned_data["new_password1"]
        if self.user.check_password(new):
            self.add_error("new_password1", self.error_messages["password_same"])
        return new


@staff_only()
def password(request: HttpRequest, *, staff: Staff) -> HttpResponse:
    """修改密码.  Permission: all staff, each their own; where the initial password still stands, nothing else opens."""
    form = NewPassword(staff.user, request.POST or None)
    if form.is_valid():
        with transaction.atomic():
            form.save()
            Staff.objects.filter(pk=staff.pk).update(initial=False)
        update_session_auth_hash(request, staff.user)
        messages.success(request, "密码已经修改，下次登录请用新密码。")
        return redirect("home")
    shown = {"form": form, "problems": list(problems(form)), "initial": staff.initial}
    return render(request, "desk/signing/password.html", shown)
