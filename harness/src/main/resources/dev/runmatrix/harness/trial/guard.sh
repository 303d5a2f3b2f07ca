# SPDX-License-Identifier: Apache-2.0
# Ends what a run has started and left, once the harness is gone: its end of this process's standard input is then closed,
# however it died. First argument: the mark of the run. Lines of the input: processes without the mark, and when each was
# started, in the kernel's unit.
trap '' HUP INT QUIT TERM
known=
while read -r pid start; do known="$known $pid:$start"; done

rounds=0
quiet=0
while [ "$quiet" -lt 2 ] && [ "$rounds" -lt 40 ]; do
  quiet=$((quiet + 1))
  rounds=$((rounds + 1))
  # The brackets keep the second search from finding itself.
  for file in $(grep -lsF "RM_MARK_$1=" /proc/[0-9]*/environ; grep -ls "[-]Drunmatrix[.]fork=$1" /proc/[0-9]*/cmdline); do
    pid=${file#/proc/}
    kill -9 "${pid%%/*}" 2>/dev/null && quiet=0
  done
  for each in $known; do
    # The command may hold anything; the fields after it are numbers.
    { read -r stat </proc/"${each%%:*}"/stat; } 2>/dev/null || continue
    stat=${stat##*) }
    case $stat in Z*) continue ;; esac
    set -f
    start=$(set -- $stat && printf '%s' "${20}")
    set +f
    [ "$start" = "${each##*:}" ] && kill -9 "${each%%:*}" 2>/dev/null && quiet=0
  done
  sleep 0.1 2>/dev/null || sleep 1
done
