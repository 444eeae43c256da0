#!/bin/sh
# Runs the checker from .venv; findings are the expected result, so 0, 1 and 3 end with 0.
cd "$(dirname "$0")/.." || exit 2
checker=.venv/bin/checker
[ -x "$checker" ] || checker=.venv/Scripts/checker.exe
"$checker" run "$@"
code=$?
case $code in
  1 | 3)
    echo "检查完成，有需要处理的事项（退出码 $code），这是正常结果。"
    echo "The check is complete and has findings (exit code $code); that is the expected result."
    exit 0 ;;
esac
exit $code
