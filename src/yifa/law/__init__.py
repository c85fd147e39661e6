"""信访工作条例 as code: the acts, what they do, when they may be done, which clocks they start."""
