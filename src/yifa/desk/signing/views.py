"""登录."""

from django.contrib.auth.views import LoginView


class SignIn(LoginView):
    """登录."""

    template_name = "desk/signing/sign_in.html"
    redirect_authenticated_user = True
