"""The only writers of this room: keyword-only, `by=`, atomic, recorded."""

from sebaya.accounts.actions.adding import add_group as add_group
from sebaya.accounts.actions.adding import add_person as add_person
from sebaya.accounts.actions.adding import added_group as added_group
from sebaya.accounts.actions.adding import added_person as added_person
from sebaya.accounts.actions.adding import change_group as change_group
from sebaya.accounts.actions.adding import correct_person as correct_person
from sebaya.accounts.actions.factor import release_second_factor as release_second_factor
from sebaya.accounts.actions.own import change_password as change_password
from sebaya.accounts.actions.own import choose_language as choose_language
from sebaya.accounts.actions.own import end_other_signins as end_other_signins
from sebaya.accounts.actions.own import forget_phone as forget_phone
from sebaya.accounts.actions.own import forget_phones as forget_phones
from sebaya.accounts.actions.own import print_recovery_key as print_recovery_key
from sebaya.accounts.actions.own import recover as recover
from sebaya.accounts.actions.own import remember_phone as remember_phone
from sebaya.accounts.actions.people import create_person as create_person
from sebaya.accounts.actions.people import erase as erase
from sebaya.accounts.actions.people import forget_second_factor as forget_second_factor
from sebaya.accounts.actions.people import leave as leave
from sebaya.accounts.actions.people import reinstate as reinstate
from sebaya.accounts.actions.people import set_roles as set_roles
from sebaya.accounts.actions.people import suspend as suspend
from sebaya.accounts.actions.slips import make_slips as make_slips
from sebaya.accounts.actions.slips import redeem as redeem
